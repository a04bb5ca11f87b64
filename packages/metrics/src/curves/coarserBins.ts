import { BinSums } from "../calibrationError/BinSums.js";
import type { ScoreHistogram } from "./ScoreHistograms.js";

/** The sums of coarser bins, of which one holds a whole number of the histogram's. */
export function coarserBins(
  { positives, negatives, scores }: ScoreHistogram,
  bins: number,
): BinSums {
  const sums = new BinSums(bins);
  const merged = positives.length / bins;
  for (let b = 0; b < positives.length; b++) {
    // All three have one entry per bin, and `merged` of them make a bin of the sums.
    const bin = Math.floor(b / merged);
    sums.counts[bin]! += positives[b]! + negatives[b]!;
    sums.positives[bin]! += positives[b]!;
    sums.scores[bin]! += scores[b]!;
  }
  return sums;
}
