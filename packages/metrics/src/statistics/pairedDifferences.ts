import { checkFinite } from "./checkFinite.js";

/**
 * The differences a − b of paired scores.
 * @throws RangeError when the lengths differ, there are fewer pairs than `least`, or a score is not finite
 */
export function pairedDifferences(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  least: 1 | 2,
): Float64Array {
  checkFinite(a, "a");
  checkFinite(b, "b");
  const n = a.length;
  if (n !== b.length) {
    throw new RangeError(`a has ${n} scores but b has ${b.length}; expected pairs`);
  }
  if (n < least) {
    const expected = least === 1 ? "one" : "two";
    throw new RangeError(`${n === 0 ? "no" : n} pair to test; expected at least ${expected}`);
  }
  // Both have n entries.
  return Float64Array.from({ length: n }, (_, i) => a[i]! - b[i]!);
}
