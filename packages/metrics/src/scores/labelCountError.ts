import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelCountError } from "../confusion/LabelCountError.js";
import type { LabelInput } from "../inputs/LabelInput.js";

/**
 * How far the number of predicted labels of an example is from its number of true labels, whichever labels these are:
 * mean absolute error, share of examples where they are equal, and bias; see {@link LabelCountError}.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ, there is no example, or an entry is not 0 or 1
 */
export function labelCountError(yTrue: LabelInput, yPred: LabelInput): LabelCountError {
  return ConfusionCounts.of(yTrue, yPred).labelCountError();
}
