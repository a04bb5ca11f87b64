/** @throws RangeError when the number of bins is not a positive integer */
export function checkBins(bins: number): void {
  if (Number.isInteger(bins) && bins >= 1) return;
  throw new RangeError(`bins is ${bins}; expected a positive integer`);
}
