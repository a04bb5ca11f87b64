import type { SortedSplit } from "../curves/SortedSplit.js";

/** The share of (true, false) pairs in which the true label does not have the higher score; 0 without a pair. */
export function rankingLoss({
  positives,
  positiveCount,
  negatives,
  negativeCount,
}: SortedSplit): number {
  if (positiveCount === 0 || negativeCount === 0) return 0;
  let [wrong, upTo] = [0, 0];
  for (let i = 0; i < negativeCount; i++) {
    while (upTo < positiveCount && positives[upTo]! <= negatives[i]!) upTo++;
    wrong += upTo;
  }
  return wrong / (positiveCount * negativeCount);
}
