/** The quantile of sorted values at a share in [0, 1], by linear interpolation; NaN without values. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)]!; // both are within the list
  return below + (sorted[Math.ceil(at)]! - below) * (at % 1);
}
