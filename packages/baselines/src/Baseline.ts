import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";

/**
 * A predictor that learns from the training labels alone and never sees an example's features. It yields scores, so
 * that every decision rule applies to it as to a trained model.
 */
export interface Baseline {
  /** Kebab-case name, for example `all-positive`. */
  readonly name: string;
  /**
   * Learns from the training labels [examples × classes].
   * @throws RangeError when it learns from examples and there is none
   */
  fit(trainLabels: LabelMatrix): FittedBaseline;
}

/** A baseline that has seen its training labels. */
export interface FittedBaseline {
  /** Scores in [0, 1] for that many examples, of shape [rows × classes]; equal calls give equal scores. */
  scores(rows: number): ScoreMatrix;
}
