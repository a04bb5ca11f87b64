import type { SortedSplit } from "./SortedSplit.js";

/** The mean over the true labels of the precision among the scores at least as high; 0 without a true label. */
export function averagePrecision(split: SortedSplit): number {
  const { positives, positiveCount, negatives, negativeCount } = split;
  if (positiveCount === 0) return 0;
  let sum = 0;
  let negative = negativeCount;
  for (let positive = positiveCount; positive > 0; ) {
    // Indices are checked against 0 before they are read.
    const score = positives[positive - 1]!;
    const above = positive;
    while (positive > 0 && positives[positive - 1]! === score) positive--;
    while (negative > 0 && negatives[negative - 1]! >= score) negative--;
    const tp = positiveCount - positive;
    sum += ((above - positive) * tp) / (tp + negativeCount - negative);
  }
  return sum / positiveCount;
}
