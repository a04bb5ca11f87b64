import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";

/**
 * The cells of the soft confusion matrices of scores s and labels y, one entry per matrix and none below 0, in
 * a shape that broadcasts against the batch: [1, classes] with `average` "macro", [1, 1] with "micro" and
 * [examples, 1] with "samples".
 */
export interface ConfusionCells {
  /** True positives, Σ s·y. */
  readonly tp: Tensor2D;
  /** False positives, Σ s·(1−y). */
  readonly fp: Tensor2D;
  /** False negatives, Σ (1−s)·y. */
  readonly fn: Tensor2D;
  /** True negatives, Σ (1−s)·(1−y). */
  readonly tn: Tensor2D;
}

/**
 * A metric of confusion matrices, written with tfjs operations that have a gradient: one value per matrix,
 * of the shape of the cells; the higher the better.
 */
export type CellMetric = (cells: ConfusionCells) => Tensor;
