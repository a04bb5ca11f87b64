/** @throws RangeError unless the ratio is a finite number ≥ 0 */
export function checkTestTrainRatio(ratio: number): void {
  if (!(ratio >= 0 && ratio < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`testTrainRatio is ${ratio}; expected a finite number ≥ 0`);
  }
}
