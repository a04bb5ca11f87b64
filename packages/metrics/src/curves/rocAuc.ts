import type { SortedSplit } from "./SortedSplit.js";

/** The share of (true, false) pairs in which the true label has the higher score, ties counting half; NaN without a pair. */
export function rocAuc(split: SortedSplit): number {
  const { positives, positiveCount, negatives, negativeCount } = split;
  let doubled = 0;
  // below and upTo: how many positives are < and ≤ the score; both only rise with it.
  let [below, upTo] = [0, 0];
  for (let i = 0; i < negativeCount; i++) {
    const score = negatives[i]!;
    while (below < positiveCount && positives[below]! < score) below++;
    if (upTo < below) upTo = below;
    while (upTo < positiveCount && positives[upTo]! <= score) upTo++;
    doubled += 2 * positiveCount - below - upTo;
  }
  return doubled / (2 * positiveCount * negativeCount);
}
