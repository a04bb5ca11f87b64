import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelInput } from "../inputs/LabelInput.js";

/**
 * Subset accuracy: the share of examples whose labels are all right, in [0, 1].
 * Equals scikit-learn's `accuracy_score` on multilabel data.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ, there is no example, or an entry is not 0 or 1
 */
export function subsetAccuracy(yTrue: LabelInput, yPred: LabelInput): number {
  return ConfusionCounts.of(yTrue, yPred).subsetAccuracy();
}
