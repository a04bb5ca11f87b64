import type { ClassificationReport } from "../confusion/ClassificationReport.js";
import type { ClassificationReportOptions } from "../confusion/ClassificationReportOptions.js";
import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelInput } from "../inputs/LabelInput.js";

/**
 * Precision, recall, F1 and support of every class and in every average. The text (`String(report)`) equals that of
 * scikit-learn 1.2's `classification_report(y_true, y_pred, target_names=…, digits=…, zero_division=…)` on multilabel data.
 * scikit-learn adds the examples' scores up in another order, so that a `samples` average on the boundary of two roundings
 * (0.375 to two digits, say) may differ by one in its last digit. A single class gets one line here; scikit-learn takes a
 * single column for two classes.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ, there is no example, an entry is not 0 or 1, there is not one name per class,
 *   or `digits` is no integer in 0…100
 */
export function classificationReport(
  yTrue: LabelInput,
  yPred: LabelInput,
  options: ClassificationReportOptions = {},
): ClassificationReport {
  return ConfusionCounts.of(yTrue, yPred).classificationReport(options);
}
