import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";
import type { WorkOptions } from "./turns/WorkOptions.js";

/**
 * A multilabel classifier. It yields scores, so that every decision rule applies to it as to a trained model. Work on the
 * caller's thread, in turns: what else waits on the event loop is done meanwhile.
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
   *   label is not 0 or 1; the signal's reason where it stops the work
   */
  fit(
    features: Features,
    labels: LabelMatrix,
    options?: WorkOptions,
  ): Promise<FittedClassifier<Features>>;
}

/** A classifier that has learnt. */
export interface FittedClassifier<Features extends Rows = ScoreMatrix> {
  /**
   * Scores in [0, 1] of shape [examples × classes], where 0.5 is the classifier's own decision; equal calls give equal scores.
   * @throws RangeError when the number of features is not that of the training data, or one is not finite; the
   *   signal's reason where it stops the work
   */
  scores(features: Features, options?: WorkOptions): Promise<ScoreMatrix>;
}

/** How many examples there are. */
export interface Rows {
  readonly rows: number;
}

/** A classifier that never sees an example's features. */
export type TrivialClassifier = Classifier<Rows>;
