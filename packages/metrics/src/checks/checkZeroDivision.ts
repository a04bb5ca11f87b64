import { show } from "./show.js";

/** @throws RangeError when what 0/0 counts as is neither 0 nor 1 */
export function checkZeroDivision(zeroDivision: number): void {
  if (zeroDivision === 0 || zeroDivision === 1) return;
  throw new RangeError(`zeroDivision is ${show(zeroDivision)}; expected 0 or 1`);
}
