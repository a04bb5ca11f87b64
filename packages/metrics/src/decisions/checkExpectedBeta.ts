/** @throws RangeError when the β of an expected Fβ is no finite number > 0 */
export function checkExpectedBeta(beta: number): void {
  if (beta > 0 && beta < Number.POSITIVE_INFINITY) return;
  throw new RangeError(`beta is ${beta}; expected a finite number > 0`);
}
