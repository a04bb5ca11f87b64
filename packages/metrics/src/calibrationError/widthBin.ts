/**
 * The bin of a score among bins of equal width over [0, 1], each with its upper bound and without its lower one, save 0. For
 * 32-bit scores the product is exact in 64 bits, so that bins of which several make one of a coarser binning nest.
 */
export function widthBin(score: number, bins: number): number {
  const bin = Math.ceil(score * bins) - 1;
  return Math.max(bin, 0);
}
