import { checkList } from "../checks/checkList.js";
import { checkNumber } from "../checks/checkNumber.js";
import { unitInterval } from "../checks/NumberKind.js";

/**
 * P-values adjusted for testing all of them at once (Holm 1979): the i-th smallest of m is multiplied by m − i + 1, then
 * each is raised to the largest before it and cut at 1. Rejecting where the result is ≤ α keeps the probability of
 * any false rejection at most α, without assuming anything about how the tests depend on each other.
 * @param pValues in [0, 1]
 * @returns the adjusted values, in the order given
 * @throws RangeError naming the position of a value outside [0, 1]
 */
export function holm(pValues: ArrayLike<number>): number[] {
  checkList("pValues", pValues);
  const given = Array.from(pValues);
  given.forEach((p, i) => {
    checkNumber(`pValues[${i}]`, p, unitInterval);
  });
  const rising = given.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(given.length).fill(0);
  let largest = 0;
  rising.forEach(({ p, index }, i) => {
    largest = Math.max(largest, Math.min(1, p * (given.length - i)));
    adjusted[index] = largest;
  });
  return adjusted;
}
