import { checkedOptions } from "../checks/checkedOptions.js";
import type { Averaged, Averaging } from "../confusion/Average.js";
import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreOptions } from "./ScoreOptions.js";

/**
 * Jaccard index = tp/(tp + fp + fn): the labels that are true and predicted, of those that are either, in [0, 1].
 * Equals scikit-learn 1.2's `jaccard_score(y_true, y_pred, average=…, zero_division=…)`, whose `weighted`
 * average weights the classes equally where no label is true.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @returns the score, or with `average: "none"` one score per class
 * @throws RangeError when the shapes differ, there is no example, or an entry is not 0 or 1
 */
export function jaccardScore<A extends Averaging = "macro">(
  yTrue: LabelInput,
  yPred: LabelInput,
  options: ScoreOptions<A> = {},
): Averaged<A> {
  const { average, zeroDivision } = checkedOptions(options, "average", "zeroDivision");
  return ConfusionCounts.of(yTrue, yPred).jaccard(average, zeroDivision);
}
