import type { BinnedScore } from "./BinnedScore.js";

/**
 * ROC-AUC of scores rounded to bins, NaN without a pair. A pair of a true and a false label in one bin counts ½ here and
 * 0, ½ or 1 exactly; every other pair counts the same: hence the bound ½ Σ_b p_b·n_b / (P·N).
 * @param positives true labels per bin, by rising score
 * @param negatives false labels per bin
 */
export function binnedRocAuc(positives: Float64Array, negatives: Float64Array): BinnedScore {
  let [allPositives, allNegatives, won, tied] = [0, 0, 0, 0];
  for (let b = 0; b < positives.length; b++) {
    // Both have one entry per bin.
    won += positives[b]! * allNegatives;
    tied += positives[b]! * negatives[b]!;
    allPositives += positives[b]!;
    allNegatives += negatives[b]!;
  }
  const pairs = allPositives * allNegatives;
  return { value: (won + tied / 2) / pairs, bound: tied / 2 / pairs };
}
