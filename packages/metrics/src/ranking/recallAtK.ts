import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { checkZeroDivision } from "../checks/checkZeroDivision.js";
import { positiveInteger } from "../checks/NumberKind.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import type { AtKOptions } from "./AtKOptions.js";
import { meanOverExamples } from "./meanOverExamples.js";
import { tieAveragedGain } from "./tieAveragedGain.js";
import { topDiscounts } from "./topDiscounts.js";

export interface RecallAtKOptions extends AtKOptions {
  /** What the recall of an example without true labels counts as; default 0. */
  readonly zeroDivision?: ZeroDivision;
}

/**
 * Recall at k: the mean over examples of (true labels among the k highest-scored)/(true labels), in [0, 1]. Ties as in
 * {@link precisionAtK}.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores, any finite numbers, same shape
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score is not finite, k is not a
 *   positive integer, or zeroDivision is neither 0 nor 1
 */
export function recallAtK(
  yTrue: LabelInput,
  yScore: ScoreInput,
  options: RecallAtKOptions,
): number {
  const { k, zeroDivision = 0 } = checkedOptions(options, "k", "zeroDivision");
  checkNumber("k", k, positiveInteger);
  checkZeroDivision(zeroDivision);
  return meanOverExamples(yTrue, yScore, (classes) => {
    const discounts = topDiscounts(classes, k);
    return (split) =>
      split.positiveCount === 0
        ? zeroDivision
        : tieAveragedGain(split, discounts, k) / split.positiveCount;
  });
}
