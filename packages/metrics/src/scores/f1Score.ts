import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelMatrix } from "../Matrix.js";
import type { ScoreOptions } from "./ScoreOptions.js";

/**
 * F1 = 2tp/(2tp + fp + fn), the harmonic mean of precision and recall, in [0, 1].
 * Equals scikit-learn's `f1_score(y_true, y_pred, average=…, zero_division=…)`.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ, there is no example, or an entry is not 0 or 1
 */
export function f1Score(
  yTrue: LabelMatrix,
  yPred: LabelMatrix,
  { average = "macro", zeroDivision = 0 }: ScoreOptions = {},
): number {
  return ConfusionCounts.of(yTrue, yPred).f1(average, zeroDivision);
}
