import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExpectedFOptions } from "./ExpectedFOptions.js";
import { expectedFbeta } from "./expectedFbeta.js";

/** Σ over all 2^C label sets of their probability times the Fβ of the prediction. */
function byEnumeration(
  probabilities: Float32Array,
  chosen: number,
  { beta = 1, zeroDivision = 0 }: ExpectedFOptions = {},
) {
  const classes = probabilities.length;
  const bit = (set: number, j: number) => (set >> j) & 1;
  let expected = 0;
  for (let truth = 0; truth < 1 << classes; truth++) {
    let [weight, tp, size] = [1, 0, 0];
    probabilities.forEach((p, j) => {
      weight *= bit(truth, j) ? p : 1 - p;
      tp += bit(truth, j) & bit(chosen, j);
      size += beta ** 2 * bit(truth, j) + bit(chosen, j);
    });
    expected += weight * (size === 0 ? zeroDivision : ((1 + beta ** 2) * tp) / size);
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
// β² irrational too.
const options = fc.record({
  beta: fc.constantFrom(0.1, 0.5, 1, Math.E, 2, 5),
  zeroDivision: fc.constantFrom<0 | 1>(0, 1),
});

describe("expectedFbeta", () => {
  it("takes the k most probable labels whatever the order they come in", () => {
    const shuffled = falling.chain((probabilities) =>
      fc.record({
        probabilities: fc.constant(probabilities),
        given: fc.shuffledSubarray([...probabilities], { minLength: probabilities.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, options, ({ probabilities, given }, chosenOptions) => {
        const before = [...given];
        const expected = expectedFbeta(given, chosenOptions);
        expected.forEach((value, k) => {
          expect(value).toBeCloseTo(byEnumeration(probabilities, (1 << k) - 1, chosenOptions), 12);
        });
        expect(given).toEqual(before);
      }),
    );
  });

  it("is the mean Fβ over all label sets, for every size", () => {
    fc.assert(
      fc.property(falling, options, (probabilities, chosenOptions) => {
        const expected = expectedFbeta(probabilities, chosenOptions);
        expect(expected).toHaveLength(probabilities.length + 1);
        expected.forEach((value, k) => {
          expect(value).toBeCloseTo(byEnumeration(probabilities, (1 << k) - 1, chosenOptions), 12);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("has among the most probable labels of each size a set that no other set beats", () => {
    fc.assert(
      fc.property(falling, options, (probabilities, chosenOptions) => {
        const best = Math.max(...expectedFbeta(probabilities, chosenOptions));
        for (let chosen = 0; chosen < 1 << probabilities.length; chosen++) {
          const other = byEnumeration(probabilities, chosen, chosenOptions);
          expect(other).toBeLessThanOrEqual(best + 1e-12);
        }
      }),
    );
  });

  it.each([0.001, 0.3, 0.5, 0.50001, 0.9, 0.999])(
    "keeps eleven digits for a thousand labels of probability %d",
    (p) => {
      const classes = 1000;
      const expected = expectedFbeta(Float64Array.from({ length: classes }, () => p));
      const logBinomial = (n: number) => {
        let sum = n * Math.log(p) + (classes - n) * Math.log1p(-p);
        for (let i = 1; i <= n; i++) sum += Math.log((classes - n + i) / i);
        return sum;
      };
      // n is binomial, and of equal labels any k hold k/C of the n true ones.
      for (const k of [1, 2, 500, classes]) {
        let mean = 0;
        for (let n = 1; n <= classes; n++) {
          mean += (Math.exp(logBinomial(n)) * 2 * n * (k / classes)) / (n + k);
        }
        expect(expected[k]).toBeCloseTo(mean, 11);
      }
    },
  );

  it("stays finite and in [0, 1] for a thousand classes, certain ones among them", () => {
    const values = expectedFbeta(
      Float32Array.from({ length: 1000 }, (_, j) => (j < 990 ? 1 / (j + 1) : 0)),
      { beta: 3 },
    );
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it("refuses what are no probabilities and no β", () => {
    expect(() => expectedFbeta([0.5, 1.5])).toThrow("probabilities[1] is 1.5");
    expect(() => expectedFbeta([Number.NaN])).toThrow("probabilities[0] is NaN");
    expect(() => expectedFbeta([0.5], { beta: 0 })).toThrow(
      "beta is 0; expected a finite number > 0",
    );
    expect(() => expectedFbeta([0.5], { zeroDivision: 2 as 1 })).toThrow("zeroDivision is 2");
  });
});
