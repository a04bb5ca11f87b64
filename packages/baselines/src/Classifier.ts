import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";

/**
 * A multilabel classifier. It yields scores, so that every decision rule applies to it as to a trained model.
 * `Features` is what it looks at: a matrix, or of the trivial ones only the number of rows.
 */
export interface Classifier<Features extends Rows = ScoreMatrix> {
  /** Kebab-case name, for example `linear-svm`. */
  readonly name: string;
  /**
   * Learns from training data.
   * @param features [examples × features]
   * @param labels [examples × classes]
   * @throws RangeError when there is no example to learn from, the numbers of rows differ, a feature is not finite or a
   *   label is not 0 or 1
   */
  fit(features: Features, labels: LabelMatrix): FittedClassifier<Features>;
}

/** A classifier that has learnt. */
export interface FittedClassifier<Features extends Rows = ScoreMatrix> {
  /**
   * Scores in [0, 1] of shape [examples × classes], where 0.5 is the classifier's own decision; equal calls give equal scores.
   * @throws RangeError when the number of features is not that of the training data, or one is not finite
   */
  scores(features: Features): ScoreMatrix;
}

/** How many examples there are. */
export interface Rows {
  readonly rows: number;
}

/** A classifier that never sees an example's features. */
export type TrivialClassifier = Classifier<Rows>;
