/** Cumulative discounts of precision at k: d(r) = 1 for r ≤ k, else 0. */
export function topDiscounts(classes: number, k: number): Float64Array {
  return Float64Array.from({ length: classes + 1 }, (_, rank) => Math.min(rank, k));
}
