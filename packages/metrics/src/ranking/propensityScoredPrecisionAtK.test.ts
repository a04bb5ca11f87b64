import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoredLabels } from "../matrices.test.support.js";
import { precisionAtK } from "./precisionAtK.js";
import { propensityScoredPrecisionAtK } from "./propensityScoredPrecisionAtK.js";

// Weights 2, 4 and 5.
const propensities = [0.5, 0.25, 0.2];
const yTrue = [
  [1, 0, 1],
  [0, 1, 1],
];
const yScore = [
  [3, 2, 1],
  [2, 3, 1],
];

describe("propensityScoredPrecisionAtK", () => {
  it("weights the true labels found by 1/propensity, and divides by the best ranking's", () => {
    // k = 1: found 2 and 4, at best 5 and 5. k = 2: found 2 and 4, at best 5 + 2 and 5 + 4.
    const at = (k: number) => propensityScoredPrecisionAtK(yTrue, yScore, propensities, { k });
    expect(at(1)).toBeCloseTo(6 / 10, 12);
    expect(at(2)).toBeCloseTo(6 / 16, 12);
    expect(at(3)).toBe(1);
  });

  it("is a mean over examples when it is not normalised, and may exceed 1", () => {
    const at = (k: number) =>
      propensityScoredPrecisionAtK(yTrue, yScore, propensities, { k, normalised: false });
    expect(at(1)).toBeCloseTo((2 + 4) / 2, 12);
    expect(at(2)).toBeCloseTo((2 / 2 + 4 / 2) / 2, 12);
  });

  it("takes the mean over the orders of labels that tie for the last places", () => {
    // One of two tied labels takes the second place: 4 + (2 + 0)/2.
    const value = propensityScoredPrecisionAtK([[1, 1, 0]], [[1, 2, 1]], propensities, {
      k: 2,
      normalised: false,
    });
    expect(value).toBeCloseTo((4 + 1) / 2, 12);
  });

  it("is precision at k for propensities of 1, before it is normalised", () => {
    fc.assert(
      fc.property(scoredLabels, fc.integer({ min: 1, max: 7 }), ({ yTrue, yScore }, k) => {
        const ones = new Float64Array(yTrue.cols).fill(1);
        const options = { k, normalised: false };
        expect(propensityScoredPrecisionAtK(yTrue, yScore, ones, options)).toBeCloseTo(
          precisionAtK(yTrue, yScore, { k }),
          12,
        );
      }),
    );
  });

  it("is 0 when no label is true", () => {
    expect(propensityScoredPrecisionAtK([[0]], [[1]], [0.5], { k: 1 })).toBe(0);
  });

  it("refuses propensities that do not fit, and a k that is no positive integer", () => {
    const score =
      (p: number[], k = 1) =>
      () =>
        propensityScoredPrecisionAtK(yTrue, yScore, p, { k });
    expect(score([1])).toThrow("there are 1 propensities for 3 classes");
    expect(score([1, 0, 1])).toThrow("propensities is 0 at column 1; expected a number in (0, 1]");
    expect(score(propensities, 0)).toThrow("k is 0");
  });
});
