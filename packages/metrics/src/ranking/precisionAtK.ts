import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { positiveInteger } from "../checks/NumberKind.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import type { AtKOptions } from "./AtKOptions.js";
import { meanOverExamples } from "./meanOverExamples.js";
import { tieAveragedGain } from "./tieAveragedGain.js";
import { topDiscounts } from "./topDiscounts.js";

/**
 * Precision at k: the mean over examples of (true labels among the k highest-scored)/k, in [0, 1]. The divisor is k even
 * where an example has fewer labels, as in extreme classification. Where labels tie for the last places, the mean over their
 * orders is taken, as scikit-learn's `ndcg_score` does: the order of the classes never matters.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores, any finite numbers, same shape
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score is not finite, or k is not a
 *   positive integer
 */
export function precisionAtK(yTrue: LabelInput, yScore: ScoreInput, options: AtKOptions): number {
  const { k } = checkedOptions(options, "k");
  checkNumber("k", k, positiveInteger);
  return meanOverExamples(yTrue, yScore, (classes) => {
    const discounts = topDiscounts(classes, k);
    return (split) => tieAveragedGain(split, discounts, k) / k;
  });
}
