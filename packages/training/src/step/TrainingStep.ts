import type { ScoreMatrix } from "@sigf1/metrics";
import type { Scalar, Variable } from "@tensorflow/tfjs-core";

/** All that differs from step to step, apart from the state. A matrix that is passed again has the same values. */
export interface Batch {
  /** [rows, inputs] */
  readonly features: ScoreMatrix;
  /** [rows, classes], each 0 or 1. */
  readonly labels: ScoreMatrix;
  /** One for each of the head's `dropouts`; entries are 0 or 1/(1 − rate). */
  readonly masks: readonly ScoreMatrix[];
}

/**
 * One step of gradient descent: batch in, loss out, state changed. The state is the head's, the
 * loss's and the optimiser's variables; dropout masks arrive in the batch; what the loss moves from epoch to epoch is
 * its `schedule`, to be read at each run, as its `draw` is to be called at each. So `eagerStep` and `compiledStep` can stand in for one another.
 */
export interface TrainingStep {
  /** Updates the state; gives the loss before the update, a tensor where reading it would wait for a device. */
  run(batch: Batch): Promise<number | Scalar>;
  /** The optimiser's variables: with the head's and the loss's all that changes from step to step. Set before the first step, they hold. */
  readonly variables: readonly Variable[];
  /** Brings these variables of the state up to date, where the step keeps it elsewhere. */
  sync?(variables: readonly Variable[]): Promise<void>;
  /** Frees what the step made for itself, optimiser included, but not the head. */
  dispose(): void | Promise<void>;
}
