import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { positiveInteger } from "../checks/NumberKind.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import type { AtKOptions } from "./AtKOptions.js";
import { logDiscounts } from "./logDiscounts.js";
import { meanOverExamples } from "./meanOverExamples.js";
import { ndcg } from "./ndcg.js";

/**
 * Normalised discounted cumulative gain at k: the mean over examples of DCG@k / IDCG@k, with DCG@k = Σ y(r)/log₂(r + 1)
 * over the ranks r ≤ k and IDCG@k the same with the true labels first, in [0, 1] (Järvelin & Kekäläinen 2002). Labels with
 * equal scores are taken in every order alike (McSherry & Najork 2008). An example without true labels counts 0.
 * Equals scikit-learn's `ndcg_score(y_true, y_score, k=k, ignore_ties=False)`; without k all ranks count.
 *
 * The nDCG@k of extreme classification divides by Σ 1/log(r + 1) over r ≤ min(k, true labels), which for labels of 0 and 1
 * is this IDCG@k: the two differ only in ties, which are broken there by the order of the classes. Its propensity-scored
 * variant divides by the sum over all r ≤ k and is another score.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores, any finite numbers, same shape
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score is not finite, or k is not a
 *   positive integer
 */
export function ndcgAtK(
  yTrue: LabelInput,
  yScore: ScoreInput,
  options: Partial<AtKOptions> = {},
): number {
  const { k } = checkedOptions(options, "k");
  if (k !== undefined) checkNumber("k", k, positiveInteger);
  return meanOverExamples(yTrue, yScore, (classes) => {
    const depth = k ?? classes;
    const discounts = logDiscounts(classes, depth);
    return (split) => ndcg(split, discounts, depth);
  });
}
