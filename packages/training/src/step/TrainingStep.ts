import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";

/** All that differs from step to step, apart from the state. */
export interface Batch {
  /** [rows, inputs] */
  readonly features: Tensor2D;
  /** [rows, classes], each 0 or 1, as float32. */
  readonly labels: Tensor2D;
  /** One for each of the head's `dropouts`; entries are 0 or 1/(1 − rate). */
  readonly masks: readonly Tensor2D[];
}

/**
 * One step of gradient descent: batch in, loss out, state changed. The state is the head's and the
 * optimiser's variables; randomness arrives in the batch; what the loss moves from epoch to epoch is its
 * `schedule`, to be read at each run. So a compiled step can stand in for `eagerStep`.
 */
export interface TrainingStep {
  /** Updates the state; gives the loss before the update, on the device. The caller disposes it. */
  run(batch: Batch): Promise<Scalar>;
  /** Frees what the step made for itself, optimiser included, but not the head. */
  dispose(): void;
}
