import { baselineNames } from "@sigf1/baselines";
import type { Dataset } from "@sigf1/datasets";
import type { Encoder } from "@sigf1/features";
import { lossByName, lossNames, type MultilabelLoss } from "@sigf1/losses";
import { type DecisionRule, decisionByName, decisionNames } from "@sigf1/metrics";
import { datasets } from "../registry/datasets.js";
import { encoders } from "../registry/encoders.js";
import { ExperimentSource } from "./ExperimentSource.js";
import {
  type ExperimentFile,
  experimentSchema,
  type HeadSettings,
  type OptimizerSettings,
  settle,
  type TrainingSettings,
} from "./experimentSchema.js";
import { nearestName } from "./nearestName.js";

/** One loss of an experiment with every setting it trains under. */
export interface LossPlan {
  readonly name: string;
  /** The loss with its own state; made anew for each run. */
  create(): MultilabelLoss;
  /** What the file says of the loss, as plain data. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly head: HeadSettings;
  readonly optimizer: OptimizerSettings;
  readonly training: TrainingSettings;
  /** The rule that `training.decision` names. */
  readonly validationRule: DecisionRule;
}

/** An experiment whose every name is known and every option checked. */
export interface Experiment {
  readonly name: string;
  readonly description: string;
  readonly dataset: Dataset;
  readonly datasetOptions: unknown;
  readonly split: ExperimentFile["split"];
  readonly createEncoder: () => Encoder<never>;
  readonly losses: readonly LossPlan[];
  readonly decisions: readonly DecisionRule[];
  /** Names of the trivial predictors. */
  readonly baselines: readonly (typeof baselineNames)[number][];
  readonly seeds: readonly number[];
  /** What the file says, its defaults and the command line's changes filled in. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The figure that early stopping watches unless a loss has its own. */
  readonly validationMetric: string;
}

/** What the command line says over the file. */
export interface Overrides {
  /** `path=value` pairs. */
  readonly set?: readonly string[];
  /** Names of the losses to run; those that the file lacks run with their default options. */
  readonly losses?: readonly string[];
  readonly seeds?: readonly number[];
}

/**
 * Checks an experiment file down to the options of every unit that it names.
 * @throws ConfigurationError naming the file, the line and the key
 */
export async function resolveExperiment(
  text: string,
  filename: string,
  overrides: Overrides = {},
): Promise<Experiment> {
  const source = new ExperimentSource(text, filename, overrides.set);
  const file = source.parse(experimentSchema, source.value(), []);
  const { dataset, datasetOptions } = await resolveDataset(source, file);
  const decide = (name: string, path: readonly PropertyKey[]) =>
    attempt(source, path, name, decisionNames, () => decisionByName(name));
  const losses = resolveLosses(source, file, overrides.losses, decide);
  const seeds = overrides.seeds ?? unique(source, file.seeds, "seeds");
  const decisions = file.decisions.map((name, i) => decide(name, ["decisions", i]));
  // One rule can be written in two ways: threshold-0.5 is threshold-0.50.
  unique(
    source,
    decisions.map(({ name }) => name),
    "decisions",
  );
  return {
    name: file.experiment,
    description: file.description,
    dataset,
    datasetOptions,
    split: file.split,
    createEncoder: resolveEncoder(source, file, dataset),
    losses,
    decisions,
    baselines: unique(source, file.baselines, "baselines").map((name, i) => {
      const known = baselineNames.find((baseline) => baseline === name);
      if (known === undefined) throw unknown(source, ["baselines", i], name, baselineNames);
      return known;
    }),
    seeds,
    settings: {
      ...file,
      losses: losses.map(({ create: _create, validationRule: _rule, ...settings }) => settings),
      seeds,
    },
    validationMetric: file.training.metric,
  };
}

async function resolveDataset(source: ExperimentSource, file: ExperimentFile) {
  const { use, ...given } = file.dataset;
  const load = Object.hasOwn(datasets, use) ? datasets[use] : undefined;
  if (load === undefined) throw unknown(source, ["dataset", "use"], use, Object.keys(datasets));
  const dataset = await load();
  const official = Object.keys(dataset.splits ?? {});
  if (!["stratified", "random", ...official].includes(file.split.use)) {
    const known = ["stratified", "random", ...official];
    throw unknown(source, ["split", "use"], file.split.use, known);
  }
  const presupposed = dataset.splits?.[file.split.use]?.options ?? {};
  const datasetOptions = source.parse(dataset.options, { ...presupposed, ...given }, ["dataset"]);
  return { dataset, datasetOptions };
}

function resolveEncoder(source: ExperimentSource, file: ExperimentFile, dataset: Dataset) {
  const { use, ...options } = file.encoder;
  const entry = Object.hasOwn(encoders, use) ? encoders[use] : undefined;
  if (entry === undefined) throw unknown(source, ["encoder", "use"], use, Object.keys(encoders));
  if (entry.modality !== dataset.modality) {
    const fitting = Object.keys(encoders).filter((n) => encoders[n]?.modality === dataset.modality);
    throw source.error(
      ["encoder", "use"],
      `"${use}" encodes ${entry.modality}, but ${dataset.id} is ${dataset.modality}; use ${fitting.join(" or ")}`,
    );
  }
  return source.parse(entry.create, options, ["encoder"]);
}

function resolveLosses(
  source: ExperimentSource,
  file: ExperimentFile,
  wanted: readonly string[] | undefined,
  decide: (name: string, path: readonly PropertyKey[]) => DecisionRule,
): LossPlan[] {
  const inFile = file.losses.map((loss, i) => ({ loss, path: ["losses", i] as PropertyKey[] }));
  const nameOf = ({ loss }: (typeof inFile)[number]) => loss.name ?? loss.use;
  unique(source, inFile.map(nameOf), "losses");
  const chosen =
    wanted?.map((name) => {
      const found = inFile.find((entry) => nameOf(entry) === name);
      if (found !== undefined) return found;
      const settings = { head: {}, optimizer: {}, training: {} };
      return { loss: { use: name, name: undefined, ...settings }, path: ["--losses"] };
    }) ?? inFile;
  return chosen.map(({ loss, path }) => {
    const { use, name, head, optimizer, training, ...options } = loss;
    const create = () => lossByName(use as never, options as never) as MultilabelLoss;
    // Not the unknown name itself, where the file has it.
    const known = [...inFile.map(nameOf), ...lossNames].filter((other) => other !== use);
    if (baselineNames.some((baseline) => baseline === (name ?? use))) {
      throw source.error(path, `"${name ?? use}" is the name of a trivial baseline; take another`);
    }
    attempt(source, path, use, known, create);
    const settings = settle(file.training, training);
    const decisionPath = ["training", "decision"];
    return {
      name: name ?? use,
      create,
      options: { use, ...options },
      head: settle(file.head, head),
      optimizer: settle(file.optimizer, optimizer),
      training: settings,
      validationRule: decide(
        settings.decision,
        "decision" in training ? [...path, ...decisionPath] : decisionPath,
      ),
    };
  });
}

/** Makes a unit by name; an unknown name or a bad option becomes an error with its line. */
function attempt<Unit>(
  source: ExperimentSource,
  path: readonly PropertyKey[],
  name: string,
  known: readonly string[],
  create: () => Unit,
): Unit {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    if (error.message.startsWith("unknown loss") || error.message.startsWith("no decision rule")) {
      throw unknown(source, path, name, known);
    }
    throw source.error(path, error.message);
  }
}

function unknown(
  source: ExperimentSource,
  path: readonly PropertyKey[],
  name: string,
  known: readonly string[],
) {
  return source.error(path, `unknown name "${name}"; ${nearestName(name, known)}`);
}

function unique<Value>(source: ExperimentSource, values: readonly Value[], key: string) {
  const twice = values.findIndex((value, i) => values.indexOf(value) < i);
  if (twice < 0) return values;
  const hint = key === "losses" ? "; give one of the two a name" : "";
  throw source.error([key, twice], `"${values[twice]}" stands twice${hint}`);
}
