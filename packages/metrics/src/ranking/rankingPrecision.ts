import { averagePrecision } from "../curves/averagePrecision.js";
import type { SortedSplit } from "../curves/SortedSplit.js";

/** The mean over the true labels of the share of true ones among the labels that score as high; 1 without a pair. */
export function rankingPrecision(split: SortedSplit): number {
  if (split.positiveCount === 0 || split.negativeCount === 0) return 1;
  return averagePrecision(split);
}
