import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holm } from "./holm.js";

describe("holm", () => {
  it("multiplies the smallest by m, the next by m − 1, … and never falls, in the order given", () => {
    // .005·4, .01·3 = .03, .03·2 = .06, .04 → raised to .06.
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]).map((p) => p.toFixed(12));
    expect(adjusted).toEqual([0.03, 0.06, 0.06, 0.02].map((p) => p.toFixed(12)));
  });

  it("leaves a single value and cuts at 1", () => {
    expect(holm([0.3])).toEqual([0.3]);
    expect(holm([0.6, 0.7])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it("lies between the given values and Bonferroni's, and keeps their order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (given) => {
        const adjusted = holm(given);
        given.forEach((p, i) => {
          const value = adjusted[i] ?? Number.NaN;
          expect(value).toBeGreaterThanOrEqual(p);
          expect(value).toBeLessThanOrEqual(Math.min(1, p * given.length) + 1e-12);
          given.forEach((q, j) => {
            if (p < q) expect(value).toBeLessThanOrEqual(adjusted[j] ?? Number.NaN);
          });
        });
      }),
    );
  });

  it("refuses what is no probability, naming its place", () => {
    expect(() => holm([0.5, 1.5])).toThrow("pValues[1] is 1.5");
    expect(() => holm([Number.NaN])).toThrow("pValues[0] is NaN");
  });
});
