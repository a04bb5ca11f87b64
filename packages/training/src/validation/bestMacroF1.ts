import { f1Score, type LabelMatrix, type ScoreMatrix, tunedGlobal } from "@sigf1/metrics";

/** Judges scores against labels; greater is better. */
export type ValidationMetric = (labels: LabelMatrix, scores: ScoreMatrix) => number;

/**
 * The macro F1 under the best single threshold for these scores, in [0, 1]. It compares epochs and losses
 * fairly whose scores are not calibrated alike, but it is tuned on what it judges: no estimate of the test F1.
 */
export const bestMacroF1: ValidationMetric = (labels, scores) =>
  f1Score(labels, tunedGlobal({ metric: "macro" }).fit(scores, labels).decide(scores), {
    average: "macro",
  });
