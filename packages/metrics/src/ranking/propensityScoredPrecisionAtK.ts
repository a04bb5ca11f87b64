import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { positiveInteger } from "../checks/NumberKind.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import type { AtKOptions } from "./AtKOptions.js";
import { inversePropensities } from "./inversePropensities.js";
import { meanOverExamples } from "./meanOverExamples.js";
import { PropensityGain } from "./PropensityGain.js";

export interface PropensityScoredOptions extends AtKOptions {
  /** Whether to divide by the value of the best ranking, as published tables do; default true. */
  readonly normalised?: boolean;
}

/**
 * Propensity-scored precision at k: the mean over examples of (1/k) Σ yⱼ/pⱼ over the k highest-scored labels, which
 * gives rare labels their weight back and is an unbiased estimate when annotations are missing at the rates of the model
 * (Jain, Prabhu & Varma 2016). It may exceed 1; normalised, as by default, it is divided by the same mean for the best
 * ranking and lies in [0, 1] (0 when no label is true). Ties as in `precisionAtK`.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores, any finite numbers, same shape
 * @param propensities one number in (0, 1] per class; see `propensities(counts, examples)`
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score is not finite, k is not a
 *   positive integer, or the propensities do not fit
 */
export function propensityScoredPrecisionAtK(
  yTrue: LabelInput,
  yScore: ScoreInput,
  propensities: ArrayLike<number>,
  options: PropensityScoredOptions,
): number {
  const { k, normalised = true } = checkedOptions(options, "k", "normalised");
  checkNumber("k", k, positiveInteger);
  let [hits, bestHits] = [0, 0];
  const mean = meanOverExamples(yTrue, yScore, (classes) => {
    const gain = new PropensityGain(inversePropensities(propensities, classes));
    return (split, row, pair) => {
      const found = gain.hits(pair, row, split, k);
      hits += found;
      bestHits += gain.bestHits(pair, row, k);
      return found / k;
    };
  });
  if (!normalised) return mean;
  return bestHits === 0 ? 0 : hits / bestHits;
}
