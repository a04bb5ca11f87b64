import { checkedOptions } from "../checks/checkedOptions.js";
import type { Averaged, Averaging } from "../confusion/Average.js";
import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreOptions } from "./ScoreOptions.js";

/**
 * F1 = 2tp/(2tp + fp + fn), the harmonic mean of precision and recall, in [0, 1].
 * Equals scikit-learn 1.2's `f1_score(y_true, y_pred, average=…, zero_division=…)`.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @returns the score, or with `average: "none"` one score per class
 * @throws RangeError when the shapes differ, there is no example, or an entry is not 0 or 1
 */
export function f1Score<A extends Averaging = "macro">(
  yTrue: LabelInput,
  yPred: LabelInput,
  options: ScoreOptions<A> = {},
): Averaged<A> {
  const { average, zeroDivision } = checkedOptions(options, "average", "zeroDivision");
  return ConfusionCounts.of(yTrue, yPred).f1(average, zeroDivision);
}
