/** @throws RangeError when k is not a positive integer */
export function checkDepth(k: number): void {
  if (Number.isInteger(k) && k >= 1) return;
  throw new RangeError(`k is ${k}; expected a positive integer`);
}
