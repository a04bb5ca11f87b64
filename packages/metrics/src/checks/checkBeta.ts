import { checkNumber } from "./checkNumber.js";

/** @throws RangeError when β is no number ≥ 0; ∞ is one */
export function checkBeta(beta: number): void {
  checkNumber("beta", beta, { accepts: (value) => value >= 0, expected: "a number ≥ 0" });
}
