import type { Tensor, Variable } from "@tensorflow/tfjs-core";

/** Turns gradients into new weights. All that changes from update to update is in its variables. */
export interface Optimizer {
  /** Moments and counters: what a compiled step must read and write. */
  readonly variables: readonly Variable[];
  /** Updates the weights in place; `gradients` are in the order of the weights. Called in a tidy. */
  update(gradients: readonly Tensor[]): void;
  /** Frees its variables, not the weights. */
  dispose(): void;
}

/** Plain data, so that an experiment file can state it. */
export type OptimizerOptions = AdamOptions | SgdOptions;

export interface AdamOptions {
  readonly name: "adam";
  /** Default 0.001. */
  readonly learningRate?: number;
  /** Decay of the first moment, in [0, 1); default 0.9. */
  readonly beta1?: number;
  /** Decay of the second moment, in [0, 1); default 0.999. */
  readonly beta2?: number;
  /** Added to the root of the second moment; default 1e-7. */
  readonly epsilon?: number;
}

export interface SgdOptions {
  readonly name: "sgd";
  /** Default 0.01. */
  readonly learningRate?: number;
  /** Decay of the velocity, in [0, 1); default 0. */
  readonly momentum?: number;
}
