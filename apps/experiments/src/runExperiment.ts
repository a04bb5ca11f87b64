import { resolve } from "node:path";
import { stringify } from "yaml";
import { ConfigurationError } from "./config/ConfigurationError.js";
import { definedOnly } from "./config/definedOnly.js";
import type { Overrides } from "./config/Overrides.js";
import { readExperiment } from "./config/readExperiment.js";
import { readShard } from "./config/readShard.js";
import { resolveStudy } from "./config/resolveStudy.js";
import { checkRunOptions } from "./config/runOptions.js";
import type { Study } from "./config/Study.js";
import { finishedOutcome, interruptedOutcome, shardOutcome } from "./progress/describeOutcome.js";
import type { CellResults, Results } from "./results/Results.js";
import { runStudy, type StudySettings } from "./run/runStudy.js";
import type { Shard } from "./run/Shard.js";

/** Path of an experiment file, name of a built-in experiment, or what such a file says as an object. */
export type ExperimentConfig = string | Readonly<Record<string, unknown>>;

/** How and where to run; `out` is `results/<experiment>` by default, `set`, `losses`, `seeds` and `models` change the file. */
export interface RunExperimentOptions extends Omit<Partial<StudySettings>, "shard">, Overrides {
  /** Does one share of the runs only: `"2/8"`, or `{ index: 2, count: 8 }`, is the second of eight. */
  readonly shard?: Shard | string;
}

/**
 * Does every run of an experiment that `out` does not hold yet, and writes `results.json`, as `sigf1 run` does. A second
 * call does only the rest.
 *
 * @returns the results; with a shard those of the runs that are complete
 * @throws ConfigurationError naming file, line and key, or the option; or where the file has several cells, which are for
 * `runCells`
 * @throws the signal's reason, where it stopped the runs: those that are finished, and checkpoints, are kept in `out`
 */
export async function runExperiment(
  config: ExperimentConfig,
  options: RunExperimentOptions = {},
): Promise<Results> {
  checkRunOptions(options);
  const study = await read(config, options);
  if (study.cells.length > 1) {
    const { filename } = study.source;
    throw new ConfigurationError(
      `${filename}: has ${study.cells.length} cells; call runCells for the results of each`,
    );
  }
  const [cell] = await run(study, options);
  return cell!.results; // every study has a cell
}

/**
 * The same for a file with several cells, by `matrix` or lists: the results of each, in the file's order.
 * @throws as `runExperiment`
 */
export async function runCells(
  config: ExperimentConfig,
  options: RunExperimentOptions = {},
): Promise<CellResults[]> {
  checkRunOptions(options);
  return run(await read(config, options), options);
}

/** Does the runs, and tells last of all what became of them. */
async function run(study: Study, options: RunExperimentOptions): Promise<CellResults[]> {
  const { shard: share, ...settings } = options;
  const { observer = () => {}, signal } = settings;
  const shard = share === undefined ? undefined : readShard(share);
  const out = resolve(options.out ?? `results/${study.name}`);
  const end = (text: string) => observer({ event: "outcome", text });
  try {
    const cells = await runStudy(study, { ...settings, out, ...(shard && { shard }) });
    signal?.throwIfAborted();
    end((shard && shardOutcome(cells, out)) ?? finishedOutcome(out));
    return cells;
  } catch (error) {
    if (signal?.aborted !== true) throw error;
    end(await interruptedOutcome(out));
    throw signal.reason;
  }
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
