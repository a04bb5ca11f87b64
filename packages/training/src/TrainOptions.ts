import type { MultilabelLoss, Saturation } from "@sigf1/losses";
import type { Part } from "./checks/checkPart.js";
import type { Head } from "./heads/Head.js";
import type { OptimizerOptions } from "./optimizers/Optimizer.js";
import type { TrainingStep } from "./step/TrainingStep.js";
import type { ValidationMetric } from "./validation/bestMacroF1.js";

/** What one epoch came to. */
export interface EpochRecord {
  /** From 0. */
  readonly epoch: number;
  /** Mean of the loss over the examples, each batch before its update; without the L2 penalty. */
  readonly loss: number;
  /** The validation metric after the epoch; absent without a validation part. */
  readonly metric?: number;
  /** The loss's schedule as it stood in the epoch; absent where it has none. */
  readonly schedule?: Readonly<Record<string, number>>;
}

/** All that a training needs to go on after an epoch, as plain data. */
export interface TrainingCheckpoint {
  /** The epochs so far. */
  readonly history: readonly EpochRecord[];
  readonly saturation?: Saturation;
  /** Values of the head's, the loss's and the optimiser's variables, in this order. */
  readonly values: readonly Float32Array[];
  /** The best epoch so far, and the values of the head's and the loss's variables after it; absent without validation. */
  readonly best?: {
    readonly epoch: number;
    readonly metric: number;
    readonly values: readonly Float32Array[];
  };
}

export interface TrainResult {
  readonly history: readonly EpochRecord[];
  /** The epoch whose weights the head now has: the first with the highest metric, else the last. */
  readonly bestEpoch: number;
  /** Of the loss's S on the batch of the first step, before it; absent where the loss has no S. */
  readonly saturation?: Saturation;
}

export interface TrainOptions {
  /** Trained in place. */
  readonly head: Head;
  readonly loss: MultilabelLoss;
  /** Default Adam with learning rate 0.001. */
  readonly optimizer?: OptimizerOptions;
  readonly train: Part;
  /** Without it every epoch is run, and the last one's weights are kept. */
  readonly validation?: Part;
  /** At most so many passes over the training part. */
  readonly epochs: number;
  /** Rows of a step; default 256. The last batch of an epoch may be smaller; from all rows on, nothing is shuffled. */
  readonly batchSize?: number;
  /** Seed of the shuffling and of the dropout; default 0. */
  readonly seed?: number;
  /** Greater is better; default `bestMacroF1`. */
  readonly metric?: ValidationMetric;
  /** Stops after so many epochs in a row without a higher metric; default 10. */
  readonly patience?: number;
  /** Names of the classes, for error messages. */
  readonly classes?: readonly string[];
  /**
   * Called after each epoch and awaited; `checkpoint` copies out what `resume` takes, and costs nothing uncalled; `last`
   * tells that no further epoch comes.
   */
  readonly onEpoch?: (
    record: EpochRecord,
    checkpoint: () => Promise<TrainingCheckpoint>,
    last: boolean,
  ) => void | Promise<void>;
  /** Where a training with these very options, `stopAfter` apart, is to go on; `onEpoch` gives it. */
  readonly resume?: TrainingCheckpoint;
  /** Stops once so many epochs are done, counting those before `resume`; schedules still go by `epochs`, the default. */
  readonly stopAfter?: number;
  /** Told once, before training, of a saturated loss; default `console.warn`. */
  readonly onWarning?: (message: string) => void;
  /** Stops training between two batches, with the signal's reason as error. */
  readonly signal?: AbortSignal;
  /** Makes the step; default `eagerStep`. */
  readonly step?: (head: Head, loss: MultilabelLoss, optimizer: OptimizerOptions) => TrainingStep;
}
