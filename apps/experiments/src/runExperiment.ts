import { resolve } from "node:path";
import { stringify } from "yaml";
import { ConfigurationError } from "./config/ConfigurationError.js";
import { definedOnly } from "./config/definedOnly.js";
import type { Overrides } from "./config/Overrides.js";
import { readExperiment } from "./config/readExperiment.js";
import { resolveStudy } from "./config/resolveStudy.js";
import type { Study } from "./config/Study.js";
import type { CellResults, Results } from "./results/Results.js";
import { runStudy, type StudySettings } from "./run/runStudy.js";

/** Path of an experiment file, name of a built-in experiment, or what such a file says as an object. */
export type ExperimentConfig = string | Readonly<Record<string, unknown>>;

/** How and where to run; `out` is `results/<experiment>` by default, `set`, `losses`, `seeds` and `models` change the file. */
export interface RunExperimentOptions extends Partial<StudySettings>, Overrides {}

/**
 * Does every run of an experiment that `out` does not hold yet, and writes `results.json`, as `sigf1 run` does. A second
 * call does only the rest.
 *
 * @returns the results; where the signal stopped it, those of the runs that are finished
 * @throws the signal's reason where it stopped it before the data were loaded
 * @throws ConfigurationError naming file, line and key; or where the file has several cells, which are for `runCells`
 */
export async function runExperiment(
  config: ExperimentConfig,
  options: RunExperimentOptions = {},
): Promise<Results> {
  const study = await read(config, options);
  if (study.cells.length > 1) {
    const { filename } = study.source;
    throw new ConfigurationError(
      `${filename}: has ${study.cells.length} cells; call runCells for the results of each`,
    );
  }
  const [cell] = await runStudy(study, settingsFor(study, options));
  if (cell === undefined) throw options.signal?.reason; // a study whose cell is not begun was stopped
  return cell.results;
}

/**
 * The same for a file with several cells, by `matrix` or lists: the results of each, in the file's order.
 * @returns fewer cells than the file's where the signal stopped it
 * @throws the signal's reason where it stopped it before the data of the first were loaded
 * @throws ConfigurationError naming file, line and key
 */
export async function runCells(
  config: ExperimentConfig,
  options: RunExperimentOptions = {},
): Promise<CellResults[]> {
  const study = await read(config, options);
  const cells = await runStudy(study, settingsFor(study, options));
  if (cells.length === 0) throw options.signal?.reason; // as above
  return cells;
}

async function read(
  config: ExperimentConfig,
  { set, losses, seeds, models, signal }: RunExperimentOptions,
): Promise<Study> {
  signal?.throwIfAborted();
  const { text, filename } =
    typeof config === "string"
      ? await readExperiment(config)
      : { text: stringify(config), filename: "config" };
  return resolveStudy(text, filename, definedOnly({ set, losses, seeds, models }));
}

const settingsFor = ({ name }: Study, options: RunExperimentOptions): StudySettings => ({
  ...options,
  out: resolve(options.out ?? `results/${name}`),
});
