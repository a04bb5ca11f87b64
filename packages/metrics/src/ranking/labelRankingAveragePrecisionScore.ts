import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { meanOverExamples } from "./meanOverExamples.js";
import { rankingPrecision } from "./rankingPrecision.js";

/**
 * Label-ranking average precision: the mean over examples, and within one over its true labels t, of
 * |{true j : sⱼ ≥ sₜ}| / |{j : sⱼ ≥ sₜ}|, in (0, 1]. An example whose labels are all false or all true counts 1.
 * Equals scikit-learn's `label_ranking_average_precision_score(y_true, y_score)`.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores, any finite numbers, same shape
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score is not finite
 */
export function labelRankingAveragePrecisionScore(yTrue: LabelInput, yScore: ScoreInput): number {
  return meanOverExamples(yTrue, yScore, () => rankingPrecision);
}
