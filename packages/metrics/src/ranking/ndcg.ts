import type { SortedSplit } from "../curves/SortedSplit.js";
import { tieAveragedGain } from "./tieAveragedGain.js";

/** DCG over the best DCG that as many true labels can have; 0 without a true label. `discounts` as in tieAveragedGain. */
export function ndcg(split: SortedSplit, discounts: Float64Array, depth: number): number {
  // There are no more true labels than ranks.
  const best = discounts[split.positiveCount]!;
  return best === 0 ? 0 : tieAveragedGain(split, discounts, depth) / best;
}
