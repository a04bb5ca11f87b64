import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { meanOverExamples } from "./meanOverExamples.js";
import { rankingLoss } from "./rankingLoss.js";

/**
 * Ranking loss: the mean over examples of the share of (true, false) pairs of labels in which the true one does not have
 * the higher score, in [0, 1]; a tie is a whole error. An example whose labels are all false or all true counts 0.
 * Equals scikit-learn's `label_ranking_loss(y_true, y_score)`, and takes one class too.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores, any finite numbers, same shape
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score is not finite
 */
export function labelRankingLoss(yTrue: LabelInput, yScore: ScoreInput): number {
  return meanOverExamples(yTrue, yScore, () => rankingLoss);
}
