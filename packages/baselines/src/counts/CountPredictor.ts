import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";
import type { WorkOptions } from "../turns/WorkOptions.js";

/** Predicts an example's number of labels from its features. */
export interface CountPredictor {
  /**
   * Learns from training data.
   * @param features [examples × features]
   * @param labels [examples × classes]
   * @throws RangeError when there is no example, the numbers of rows differ, a feature is not finite or a label is not 0
   *   or 1; the signal's reason where it stops the work
   */
  fit(
    features: ScoreMatrix,
    labels: LabelMatrix,
    options?: WorkOptions,
  ): Promise<FittedCountPredictor>;
}

/** A count predictor that has learnt. */
export interface FittedCountPredictor {
  /** The numbers of labels that training examples have, ascending: what it chooses from. */
  readonly counts: readonly number[];
  /**
   * The most probable number of labels of each example, for the decision rule `count`; of equally probable ones the least.
   * @throws RangeError when the number of features is not that of the training data, or one is not finite; the
   *   signal's reason where it stops the work
   */
  predict(features: ScoreMatrix, options?: WorkOptions): Promise<Uint32Array>;
}
