import { checkedOptions } from "../checks/checkedOptions.js";
import { checkSameShape } from "../checks/checkSameShape.js";
import type { Confusion } from "../confusion/Confusion.js";
import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import { labelMatrix } from "../inputs/labelMatrix.js";

export interface ConfusionMatrixOptions {
  /** One matrix per example instead of one per class; default false. */
  readonly samplewise?: boolean;
}

/**
 * The confusion matrix of each class, or of each example. scikit-learn 1.2's
 * `multilabel_confusion_matrix(y_true, y_pred, samplewise=…)` has `[[tn, fp], [fn, tp]]` for each `{ tp, fp, fn, tn }` here.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ or an entry is not 0 or 1
 */
export function multilabelConfusionMatrix(
  yTrue: LabelInput,
  yPred: LabelInput,
  options: ConfusionMatrixOptions = {},
): Confusion[] {
  const { samplewise = false } = checkedOptions(options, "samplewise");
  if (!samplewise) return ConfusionCounts.of(yTrue, yPred).perClass();
  const [truth, decided] = [labelMatrix("yTrue", yTrue), labelMatrix("yPred", yPred)];
  checkSameShape(truth, "yTrue", decided, "yPred");
  const { rows, cols } = truth;
  return Array.from({ length: rows }, (_, row) => {
    // [tn, fp, fn, tp]: an entry adds to the count at 2·true + predicted, which is < 4.
    const counts: [number, number, number, number] = [0, 0, 0, 0];
    for (let k = row * cols; k < (row + 1) * cols; k++) {
      counts[2 * truth.data[k]! + decided.data[k]!]! += 1;
    }
    const [tn, fp, fn, tp] = counts;
    return { tp, fp, fn, tn };
  });
}
