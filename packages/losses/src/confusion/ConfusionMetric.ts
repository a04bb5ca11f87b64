import type { Tensor } from "@tensorflow/tfjs-core";

/**
 * What soft confusion matrices are made of, one entry per matrix: Σ s·y, Σ s and Σ y. The other cells
 * follow: fp = predicted − tp, fn = actual − tp.
 */
export interface ConfusionSums {
  readonly tp: Tensor;
  readonly predicted: Tensor;
  readonly actual: Tensor;
}

/** A metric's value per matrix, and its slopes by `tp` and by `predicted`, each with the other fixed. */
export interface ValueAndSlopes {
  readonly value: Tensor;
  readonly byTp: Tensor;
  readonly byPredicted: Tensor;
}

/** A metric of soft confusion matrices. */
export type ConfusionMetric = (sums: ConfusionSums) => ValueAndSlopes;
