import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoredLabels } from "../matrices.test.support.js";
import { expectedCalibrationError } from "./expectedCalibrationError.js";
import { reliabilityBins } from "./reliabilityBins.js";

const yTrue = [
  [1, 0],
  [0, 0],
  [1, 0],
  [0, 0],
];
// Class 0: bins (0, ½] and (½, 1] with rates ½ and ½, means ¼ and ¾. Class 1: all in one bin, rate 0, mean ½.
const yProb = [
  [0.25, 0.5],
  [0.25, 0.5],
  [0.75, 0.5],
  [0.75, 0.5],
];

describe("expectedCalibrationError", () => {
  it("is the mean gap between rate and mean score, weighted by the bins' entries", () => {
    expect(expectedCalibrationError(yTrue, yProb, { bins: 2, average: "none" })).toEqual([
      0.25, 0.5,
    ]);
    expect(expectedCalibrationError(yTrue, yProb, { bins: 2 })).toBe(0.375);
    // Pooled: 6 entries with rate 1/6 and mean 2.5/6, 2 with rate ½ and mean ¾.
    expect(expectedCalibrationError(yTrue, yProb, { bins: 2, average: "micro" })).toBe(
      (1.5 + 0.5) / 8,
    );
  });

  it("is 0 when every bin's mean score is its rate", () => {
    expect(expectedCalibrationError([[1], [0]], [[0.5], [0.5]])).toBe(0);
  });

  it("sums the gaps of the reliability bins, of either binning and of the classes or all entries", () => {
    fc.assert(
      fc.property(
        scoredLabels,
        fc.constantFrom("width", "mass"),
        fc.integer({ min: 1, max: 12 }),
        ({ yTrue, yScore }, binning, bins) => {
          const gaps = (classIndex?: number) => {
            const options = { bins, binning, ...(classIndex === undefined ? {} : { classIndex }) };
            const entries = classIndex === undefined ? yTrue.data.length : yTrue.rows;
            return reliabilityBins(yTrue, yScore, options).reduce(
              (sum, bin) =>
                sum + (bin.count / entries) * Math.abs(bin.positiveRate - bin.meanScore),
              0,
            );
          };
          const options = { bins, binning };
          expect(
            expectedCalibrationError(yTrue, yScore, { ...options, average: "micro" }),
          ).toBeCloseTo(gaps(), 12);
          expectedCalibrationError(yTrue, yScore, { ...options, average: "none" }).forEach(
            (error, j) => {
              expect(error).toBeCloseTo(gaps(j), 12);
            },
          );
        },
      ),
    );
  });

  it("has 15 bins of equal width by default", () => {
    // 1/15 is a bin's upper bound, and the scores lie on both sides of it.
    const [truth, scores] = [
      [[0], [1]],
      [[0.066], [0.067]],
    ];
    expect(expectedCalibrationError(truth, scores)).toBeCloseTo((0.066 + 0.933) / 2, 6);
    expect(expectedCalibrationError(truth, scores, { bins: 10 })).toBeCloseTo(0.5 - 0.0665, 6);
  });

  it("refuses other averages and no example", () => {
    expect(() => expectedCalibrationError(yTrue, yProb, { average: "samples" as "macro" })).toThrow(
      'average is "samples"; expected one of macro, micro, none',
    );
    expect(() =>
      expectedCalibrationError(
        { rows: 0, cols: 1, data: new Uint8Array() },
        { rows: 0, cols: 1, data: new Float32Array() },
      ),
    ).toThrow("no example to score");
  });
});
