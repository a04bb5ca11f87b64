import { checkedOptions } from "../checks/checkedOptions.js";
import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { MultilabelReport } from "../confusion/MultilabelReport.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreOptions } from "./ScoreOptions.js";

/**
 * Every figure of {@link MultilabelReport} in one pass over the labels.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ, there is no example, or an entry is not 0 or 1
 */
export function multilabelReport(
  yTrue: LabelInput,
  yPred: LabelInput,
  options: Pick<ScoreOptions, "zeroDivision"> = {},
): MultilabelReport {
  const { zeroDivision } = checkedOptions(options, "zeroDivision");
  return ConfusionCounts.of(yTrue, yPred).report(zeroDivision);
}
