import { dirname, join, resolve } from "node:path";
import { cacheFolder, type Dataset } from "@sigf1/datasets";
import { type DecisionRule, decisionByName, decisionNames } from "@sigf1/metrics";
import { encoders } from "../registry/encoders.js";
import { findDataset } from "../registry/findDataset.js";
import { attempt } from "./attempt.js";
import { baselineLists } from "./baselineLists.js";
import type { CellFile } from "./cells/CellFile.js";
import { checkHeadsFit } from "./checkHeadsFit.js";
import type { Exclusions } from "./Exclusions.js";
import type { Experiment } from "./Experiment.js";
import type { ExperimentSource } from "./ExperimentSource.js";
import {
  type CountHeadSettings,
  countHeadDefaults,
  type ExperimentFile,
  experimentSchema,
} from "./experimentSchema.js";
import { lossLists } from "./lossLists.js";
import type { LossSettings } from "./lossSettings.js";
import type { Overrides } from "./Overrides.js";
import { resolveBaselines } from "./resolveBaselines.js";
import { resolveLosses } from "./resolveLosses.js";
import { unique } from "./unique.js";
import { unknownName } from "./unknownName.js";
import { withDefaults } from "./withDefaults.js";

/**
 * Checks one cell of an experiment file down to the options of every unit that it names.
 * @throws ConfigurationError naming the file, the line and the key
 */
export async function resolveCell(
  cell: CellFile,
  overrides: Overrides,
  exclusions: Exclusions,
): Promise<Experiment> {
  const { source, file: values } = baselineLists(cell.source, cell.file);
  const lists = lossLists(values);
  const file = source.parse(experimentSchema, lists.file, []);
  const { dataset, datasetOptions } = await resolveDataset(source, file);
  const decide = (name: string, path: readonly PropertyKey[]) =>
    attempt(source, path, name, decisionNames, () => decisionByName(name));
  const excluded = (name: string, { options: { use, ...options }, ...sections }: LossSettings) =>
    exclusions.variant({ ...values, ...sections, ...options, loss: { use, name } });
  const losses = resolveLosses(source, { file, lists, excluded, decide }, overrides.losses);
  const seeds = overrides.seeds ?? unique(source, file.seeds, "seeds");
  const decisions = file.decisions.map((name, i) => decide(name, ["decisions", i]));
  // One rule can be written in two ways: threshold-0.5 is threshold-0.50.
  unique(
    source,
    decisions.map(({ name }) => name),
    "decisions",
  );
  const countHead = resolveCountHead(source, file, decisions);
  const { createEncoder, encoder } = resolveEncoder(source, file, dataset, overrides.models);
  if (dataset.modality !== "features") checkHeadsFit(source, file, losses, encoder);
  return {
    name: file.experiment,
    description: file.description,
    dataset,
    datasetOptions,
    split: file.split,
    createEncoder,
    losses,
    corruption: file.corruption,
    decisions,
    countHead,
    baselines: resolveBaselines(
      source,
      file,
      losses.map(({ name }) => name),
    ),
    seeds,
    settings: {
      ...file,
      dataset: { use: file.dataset.use, ...(datasetOptions as object) },
      encoder,
      ...(countHead && { countHead }),
      // A bare name where there is nothing else to say.
      baselines: file.baselines.map((entry) => (Object.keys(entry).length > 1 ? entry : entry.use)),
      losses: losses.map(({ create: _create, validationRule: _rule, ...settings }) => settings),
      seeds,
    },
    validationMetric: watchedBy(losses) ?? file.training.metric,
  };
}

/** The figure that every loss watches; nothing where they differ. */
function watchedBy(losses: readonly LossSettings[]): string | undefined {
  const [metric, ...others] = new Set(losses.map(({ training }) => training.metric));
  return others.length === 0 ? metric : undefined;
}

function resolveCountHead(
  source: ExperimentSource,
  file: ExperimentFile,
  decisions: readonly DecisionRule[],
): CountHeadSettings | undefined {
  if (decisions.some(({ name }) => name === "count")) return file.countHead ?? countHeadDefaults;
  if (file.countHead === undefined) return undefined;
  throw source.error(
    ["countHead"],
    `is used by the rule "count" alone; add "count" to the decisions, or leave this key out`,
  );
}

async function resolveDataset(source: ExperimentSource, file: ExperimentFile) {
  const { use, ...given } = file.dataset;
  const dataset = await findDataset(use, dirname(resolve(source.filename))).catch(
    (error: Error) => {
      throw source.error(["dataset", "use"], error.message);
    },
  );
  const official = Object.keys(dataset.splits ?? {});
  if (!["stratified", "random", ...official].includes(file.split.use)) {
    const known = ["stratified", "random", ...official];
    throw unknownName(source, ["split", "use"], file.split.use, known);
  }
  const presupposed = dataset.splits?.[file.split.use]?.options ?? {};
  const datasetOptions = source.parse(dataset.options, { ...presupposed, ...given }, ["dataset"]);
  return { dataset, datasetOptions };
}

function resolveEncoder(
  source: ExperimentSource,
  file: ExperimentFile,
  dataset: Dataset,
  models = process.env.SIGF1_MODELS,
) {
  const { use, ...options } = file.encoder;
  const entry = Object.hasOwn(encoders, use) ? encoders[use] : undefined;
  if (entry === undefined)
    throw unknownName(source, ["encoder", "use"], use, Object.keys(encoders));
  if (entry.modality !== dataset.modality) {
    const fitting = Object.keys(encoders).filter((n) => encoders[n]?.modality === dataset.modality);
    throw source.error(
      ["encoder", "use"],
      `"${use}" encodes ${entry.modality}, but ${dataset.id} is ${dataset.modality}; use ${fitting.join(" or ")}`,
    );
  }
  const create = source.parse(entry.create, options, ["encoder"]);
  const createEncoder: Experiment["createEncoder"] = () =>
    create({
      models: models ? resolve(models) : undefined,
      cache: join(cacheFolder(), "models"),
    });
  return { createEncoder, encoder: { use, ...withDefaults(entry.create, options) } };
}
