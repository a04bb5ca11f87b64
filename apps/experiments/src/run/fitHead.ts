import { performance } from "node:perf_hooks";
import type { MultilabelLoss } from "@sigf1/losses";
import { multilabelReport } from "@sigf1/metrics";
import type { Head } from "@sigf1/training";
import { type TrainOptions, train, type ValidationMetric } from "@sigf1/training";
import type { LossPlan } from "../config/LossPlan.js";
import type { EpochRecord } from "../results/Results.js";
import { createHead } from "./createHead.js";
import type { EncodedPart } from "./encodeParts.js";
import { epochRecord } from "./epochRecord.js";
import { loadCompiledStep } from "./loadCompiledStep.js";
import type { RunContext } from "./RunContext.js";
import type { RunCheckpoint, RunJournal } from "./RunJournal.js";

/** A head that is to be trained. */
export interface FitOptions {
  readonly plan: LossPlan;
  readonly seed: number;
  readonly compiled: boolean;
  /** The training part, corrupted where the plan asks for it. */
  readonly trained: EncodedPart;
  /** Where the training keeps what a kill shall not lose. */
  readonly journal?: RunJournal | undefined;
  /** Number of the trial, where settings are searched. */
  readonly trial?: number;
  /** Of a trial: the epochs that it is given now, counting those before. */
  readonly stopAfter?: number;
  /** Of a trial: where it was left. */
  readonly resume?: RunCheckpoint | undefined;
}

/** A trained head, to be disposed of. */
export interface FittedHead {
  readonly head: Head;
  readonly loss: MultilabelLoss;
  readonly history: readonly EpochRecord[];
  readonly bestEpoch: number;
  readonly warnings: readonly string[];
  /** Those of the trainings that this one went on from included. */
  readonly seconds: number;
  /** Of a trial: where it can go on. */
  readonly checkpoint: RunCheckpoint | undefined;
  /** What a second training on the same features takes over. */
  readonly settings: Pick<
    TrainOptions,
    | "optimizer"
    | "train"
    | "validation"
    | "epochs"
    | "batchSize"
    | "patience"
    | "seed"
    | "signal"
    | "step"
  >;
  dispose(): void;
}

/** Trains a head with one loss and one seed, from its beginning or from where it was left. */
export async function fitHead(
  { plan, seed, compiled, trained, journal, trial, stopAfter, resume }: FitOptions,
  { parts, classes, observer, signal }: RunContext,
): Promise<FittedHead> {
  const start = performance.now();
  const { epochs, batchSize, patience } = plan.training;
  const { use, learningRate, momentum } = plan.optimizer;
  const run = { loss: plan.name, seed, ...(trial !== undefined && { trial }) };
  const kept = await journal?.resume();
  if (kept) observer({ event: "run-resume", ...run, epoch: kept.training.history.length });
  const before = kept ?? resume;
  const seconds = () => (before?.seconds ?? 0) + (performance.now() - start) / 1000;
  const warnings = [...(before?.warnings ?? [])];
  const onWarning = (text: string) => {
    if (warnings.includes(text)) return; // where the training goes on
    warnings.push(text);
    observer({ event: "warning", text });
  };
  const inputs = parts.train.features.cols;
  const head = await createHead(plan.head, { inputs, outputs: classes.length, seed });
  let loss: MultilabelLoss | undefined;
  const dispose = () => {
    loss?.dispose?.();
    head.dispose();
  };
  let checkpoint = before;
  try {
    loss = plan.create(seed);
    const settings = {
      optimizer:
        use === "adam"
          ? { name: use, learningRate }
          : { name: use, learningRate, ...(momentum === undefined ? {} : { momentum }) },
      train: trained,
      validation: parts.validation,
      epochs,
      batchSize,
      patience,
      seed,
      ...(compiled && { step: await loadCompiledStep(onWarning) }),
      ...(signal === undefined ? {} : { signal }),
    };
    const { history, bestEpoch } = await train({
      ...settings,
      head,
      loss,
      metric: validationMetric(plan),
      classes,
      onWarning,
      ...(before && { resume: before.training }),
      ...(stopAfter !== undefined && { stopAfter }),
      onEpoch: async (epoch, copy, last) => {
        const record = epochRecord(epoch);
        const { loss: trainingLoss, validation } = record;
        observer({ event: "epoch", ...run, epoch: record.epoch, trainingLoss, validation });
        const save = async () => ({ training: await copy(), warnings, seconds: seconds() });
        if (last && trial !== undefined) {
          checkpoint = await save();
          await journal?.keep(checkpoint);
        } else await journal?.note(record, save);
      },
    });
    return {
      ...{ head, loss, bestEpoch, warnings, checkpoint, settings, dispose },
      history: history.map(epochRecord),
      seconds: seconds(),
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** The figure that early stopping watches, by the rule fitted on the same validation scores. */
function validationMetric({ training, validationRule }: LossPlan): ValidationMetric {
  return (labels, scores) =>
    multilabelReport(labels, validationRule.fit(scores, labels).decide(scores))[training.metric];
}
