import type { Experiment } from "../config/resolveExperiment.js";
import { corruptionIdentity } from "./corruption/corruptionIdentity.js";
import type { RunContext } from "./RunContext.js";
import type { RunIdentity } from "./RunIdentity.js";
import type { RunOutcome } from "./RunOutcome.js";
import { runBaseline } from "./runBaseline.js";
import { trainLoss } from "./trainLoss.js";

/** A run to do: its identity, and the work. */
export interface Task {
  readonly identity: RunIdentity;
  run(context: RunContext): Promise<RunOutcome>;
}

/** Raise it when unchanged settings give other figures: finished runs are then done anew. */
const RUN_VERSION = 3;

/** What the figures of an experiment's runs depend on besides its file. */
export interface Circumstances {
  /** Of the dataset. */
  readonly fingerprint: string;
  /** The encoder's id. */
  readonly encoder: string;
  readonly engine: string;
  readonly compiled: boolean;
}

/** Every (loss × seed) of an experiment, then every (baseline × seed). */
export function planTasks(
  experiment: Experiment,
  { fingerprint, encoder, engine, compiled }: Circumstances,
): Task[] {
  const { dataset, losses, baselines, seeds, split, decisions, corruption, countHead } = experiment;
  const shared = {
    version: RUN_VERSION,
    dataset: dataset.id,
    fingerprint,
    split,
    decisions: decisions.map(({ name }) => name),
  };
  const trained = {
    ...shared,
    engine,
    compiled,
    encoder,
    ...(countHead && { countHead }),
  };
  const untrained = { ...shared, ...corruptionIdentity(corruption) };
  return [
    ...losses.flatMap((plan) => {
      const { name, options, head, optimizer, training, search } = plan;
      const settings = { options, head, optimizer, training, ...(search && { search }) };
      const config = { ...trained, ...settings, ...corruptionIdentity(plan.corruption) };
      return seeds.map(
        (seed): Task => ({
          identity: { loss: name, seed, config },
          run: (context) => trainLoss(plan, seed, compiled, context),
        }),
      );
    }),
    ...baselines.flatMap((plan) => {
      const { name, trivial, options } = plan;
      // A trivial one's name says all, but for options, which few have.
      const own = trivial && Object.keys(options).length === 1 ? {} : { options };
      const config = { ...untrained, ...(!trivial && { encoder }), ...own };
      return seeds.map(
        (seed): Task => ({
          identity: { loss: name, seed, config },
          run: (context) => runBaseline(plan, seed, corruption, context),
        }),
      );
    }),
  ];
}
