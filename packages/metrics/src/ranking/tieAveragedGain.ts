import type { SortedSplit } from "../curves/SortedSplit.js";

/**
 * The gain Σᵣ d(r)·y(r) of a ranking by falling score, with labels of equal score in every order alike: the mean over the
 * orders.
 * @param discounts cumulative: entry r is d(1) + … + d(r), one entry more than there are labels
 * @param depth the rank after which every d is 0
 */
export function tieAveragedGain(
  split: SortedSplit,
  discounts: Float64Array,
  depth: number,
): number {
  const { positives, negatives } = split;
  let [positive, negative] = [split.positiveCount, split.negativeCount];
  const labels = positive + negative;
  let gain = 0;
  for (let rank = 0; rank < depth && positive > 0; ) {
    // Indices are checked against 0 before they are read; ranks are at most the number of labels.
    const best = positives[positive - 1]!;
    const score = negative > 0 && negatives[negative - 1]! > best ? negatives[negative - 1]! : best;
    const before = positive;
    while (positive > 0 && positives[positive - 1]! === score) positive--;
    while (negative > 0 && negatives[negative - 1]! === score) negative--;
    const end = labels - positive - negative;
    gain += ((before - positive) * (discounts[end]! - discounts[rank]!)) / (end - rank);
    rank = end;
  }
  return gain;
}
