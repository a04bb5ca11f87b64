import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelInput } from "../inputs/LabelInput.js";

/**
 * Accuracy: the share of entries that are right, 1 − Hamming loss, in [0, 1].
 * scikit-learn's `accuracy_score` on multilabel data is {@link subsetAccuracy} instead.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ, there is no example, or an entry is not 0 or 1
 */
export function accuracy(yTrue: LabelInput, yPred: LabelInput): number {
  return ConfusionCounts.of(yTrue, yPred).accuracy();
}
