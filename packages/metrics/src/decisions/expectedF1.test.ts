import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import { expectedF1 } from "./expectedF1.js";

/** Σ over all 2^C label sets of their probability times the F1 of the prediction. */
function byEnumeration(probabilities: Float32Array, chosen: number, zeroDivision: ZeroDivision) {
  const classes = probabilities.length;
  const bit = (set: number, j: number) => (set >> j) & 1;
  let expected = 0;
  for (let truth = 0; truth < 1 << classes; truth++) {
    let [weight, tp, size] = [1, 0, 0];
    probabilities.forEach((p, j) => {
      weight *= bit(truth, j) ? p : 1 - p;
      tp += bit(truth, j) & bit(chosen, j);
      size += bit(truth, j) + bit(chosen, j);
    });
    expected += weight * (size === 0 ? zeroDivision : (2 * tp) / size);
  }
  return expected;
}

const falling = fc
  .array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 6 })
  .map((steps) =>
    Float32Array.from(steps, (step) => step / 16)
      .sort()
      .reverse(),
  );
const zeroDivisions = fc.constantFrom(0, 1) as fc.Arbitrary<ZeroDivision>;

describe("expectedF1", () => {
  it("is the mean F1 over all label sets, for every size", () => {
    fc.assert(
      fc.property(falling, zeroDivisions, (probabilities, zeroDivision) => {
        const expected = expectedF1(probabilities, zeroDivision);
        expect(expected).toHaveLength(probabilities.length + 1);
        expected.forEach((value, k) => {
          expect(value).toBeCloseTo(byEnumeration(probabilities, (1 << k) - 1, zeroDivision), 12);
        });
      }),
    );
  });

  it("has among the most probable labels of each size a set that no other set beats", () => {
    fc.assert(
      fc.property(falling, zeroDivisions, (probabilities, zeroDivision) => {
        const best = Math.max(...expectedF1(probabilities, zeroDivision));
        for (let chosen = 0; chosen < 1 << probabilities.length; chosen++) {
          const other = byEnumeration(probabilities, chosen, zeroDivision);
          expect(other).toBeLessThanOrEqual(best + 1e-12);
        }
      }),
    );
  });

  it("stays finite and in [0, 1] for a thousand classes", () => {
    const values = expectedF1(Float32Array.from({ length: 1000 }, (_, j) => 1 / (j + 1)));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});
