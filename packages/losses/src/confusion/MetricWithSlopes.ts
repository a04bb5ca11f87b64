import type { Tensor } from "@tensorflow/tfjs-core";

/**
 * A metric's value per soft confusion matrix, and its slopes by tp = Σ s·y and by predicted = Σ s, each
 * with the other fixed.
 */
export interface ValueAndSlopes {
  readonly value: Tensor;
  readonly byTp: Tensor;
  readonly byPredicted: Tensor;
}

/**
 * A metric of the soft confusion matrices of scores s and labels y. `total` sums a tensor of the batch's
 * shape into one entry per matrix. All cells follow from three totals: tp = Σ s·y, fp = Σ s − tp,
 * fn = Σ y − tp; but a metric sums only what it needs, for sums cost most of the time.
 */
export type MetricWithSlopes = (
  scores: Tensor,
  labels: Tensor,
  total: (entries: Tensor) => Tensor,
) => ValueAndSlopes;

/** A metric by its `smooth` k and `epsilon`. */
export type ReadyMetric = (smooth: number, epsilon: number) => MetricWithSlopes;
