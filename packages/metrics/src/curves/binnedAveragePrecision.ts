import type { BinnedScore } from "./BinnedScore.js";

/**
 * Average precision of scores rounded to bins, 0 without a true label, with its bound.
 *
 * Let T true and F false labels lie in the bins above, p and n in this one. The i-th true label of the bin, counted from above,
 * has at least T + i true ones and at most F + n false ones that score as high, so its precision is at least (T + i)/(T + i +
 * F + n), and, as this rises with i, their sum is at least the integral p − (F + n)·ln((T + p + F + n)/(T + F + n)). At
 * best it has T + p true and F false ones: the sum is at most p(T + p)/(T + p + F). The bound is the larger of the two sums'
 * distances from the binned score.
 * @param positives true labels per bin, by rising score
 * @param negatives false labels per bin
 */
export function binnedAveragePrecision(
  positives: Float64Array,
  negatives: Float64Array,
): BinnedScore {
  let [tp, fp, sum, least, most] = [0, 0, 0, 0, 0];
  for (let b = positives.length - 1; b >= 0; b--) {
    // Both have one entry per bin.
    const p = positives[b]!;
    const above = fp;
    const before = tp;
    tp += p;
    fp += negatives[b]!;
    if (p === 0) continue;
    sum += (p * tp) / (tp + fp);
    most += (p * tp) / (tp + above);
    least += fp === 0 ? p : p - fp * Math.log1p(p / (before + fp));
  }
  if (tp === 0) return { value: 0, bound: 0 };
  return { value: sum / tp, bound: Math.max(most - sum, sum - least) / tp };
}
