/** @throws RangeError when β is no number ≥ 0; ∞ is one */
export function checkBeta(beta: number): void {
  if (beta >= 0) return;
  throw new RangeError(`beta is ${beta}; expected a number ≥ 0`);
}
