import { checkedOptions } from "../checks/checkedOptions.js";
import type { Averaged } from "../confusion/Average.js";
import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { MatthewsAveraging } from "../confusion/matthews.js";
import type { LabelInput } from "../inputs/LabelInput.js";

export interface MatthewsOptions<A extends MatthewsAveraging = "macro"> {
  /**
   * `macro` (default): the mean of the classes' correlations; `micro`: the correlation of all entries pooled; `none`: one
   * correlation per class.
   */
  readonly average?: A;
}

/**
 * Matthews correlation coefficient (tp·tn − fp·fn)/√((tp + fp)(tp + fn)(tn + fp)(tn + fn)), in [−1, 1]; 0 where a factor
 * is 0: nothing or everything is true, or nothing or everything predicted (Matthews 1975).
 *
 * scikit-learn 1.2's `matthews_corrcoef` refuses multilabel data. Each class's value here is its binary one for that
 * column, and `micro` its binary one for all entries in one column.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ, there is no example, or an entry is not 0 or 1
 */
export function matthewsCorrcoef<A extends MatthewsAveraging = "macro">(
  yTrue: LabelInput,
  yPred: LabelInput,
  options: MatthewsOptions<A> = {},
): Averaged<A> {
  const { average } = checkedOptions(options, "average");
  return ConfusionCounts.of(yTrue, yPred).matthewsCorrcoef(average);
}
