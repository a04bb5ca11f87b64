/** The q-quantile of rising values, between neighbours by straight lines as NumPy's default `percentile`; q in [0, 1]. */
export function sortedQuantile(rising: Float64Array, q: number): number {
  const position = q * (rising.length - 1);
  const below = Math.floor(position);
  // Both places are within the array for q in [0, 1].
  const low = rising[below]!;
  const high = rising[Math.min(below + 1, rising.length - 1)]!;
  return low + (high - low) * (position - below);
}
