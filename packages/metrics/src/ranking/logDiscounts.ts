/** Cumulative discounts of DCG at k: d(r) = 1/log₂(r + 1) for r ≤ k, else 0. */
export function logDiscounts(classes: number, k: number): Float64Array {
  const discounts = new Float64Array(classes + 1);
  for (let rank = 1; rank <= classes; rank++) {
    discounts[rank] = discounts[rank - 1]! + (rank <= k ? 1 / Math.log2(rank + 1) : 0);
  }
  return discounts;
}
