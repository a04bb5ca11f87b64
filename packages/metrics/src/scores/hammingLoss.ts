import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelInput } from "../inputs/LabelInput.js";

/**
 * Hamming loss: the share of entries that are wrong, (fp + fn)/(examples · classes), in [0, 1].
 * Equals scikit-learn's `hamming_loss`.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ, there is no example, or an entry is not 0 or 1
 */
export function hammingLoss(yTrue: LabelInput, yPred: LabelInput): number {
  return ConfusionCounts.of(yTrue, yPred).hammingLoss();
}
