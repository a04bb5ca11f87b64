import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import { scoredLabels } from "../matrices.test.support.js";
import { bins, expectGolden } from "../ranking/golden.test.support.js";
import { reliabilityBins } from "./reliabilityBins.js";

const column = (values: number[]) => values.map((value) => [value]);

describe("reliabilityBins", () => {
  it.each(["width", "mass"] as const)("equals scikit-learn's calibration curve, %s", (binning) => {
    for (const [field, key] of [
      ["positiveRate", "rates"],
      ["meanScore", "scores"],
    ] as const) {
      const sum = (yTrue: LabelMatrix, yScore: ScoreMatrix) =>
        reliabilityBins(yTrue, yScore, { bins, binning }).reduce(
          (total, bin) => total + bin[field],
          0,
        );
      const compared = expectGolden(`${binning} ${key}`, sum, "skip");
      expect(compared).toBeGreaterThan(200);
    }
  });

  it("has bins of equal width with their upper bound, the first with 0 too, and leaves out empty ones", () => {
    const yTrue = column([0, 1, 1, 0, 1]);
    const yProb = column([0, 0.25, 0.5, 0.75, 1]);
    expect(reliabilityBins(yTrue, yProb, { bins: 4 })).toEqual([
      { low: 0, high: 0.25, count: 2, meanScore: 0.125, positiveRate: 0.5 },
      { low: 0.25, high: 0.5, count: 1, meanScore: 0.5, positiveRate: 1 },
      { low: 0.5, high: 0.75, count: 1, meanScore: 0.75, positiveRate: 0 },
      { low: 0.75, high: 1, count: 1, meanScore: 1, positiveRate: 1 },
    ]);
    expect(reliabilityBins([[1]], [[0.5]], { bins: 10 })).toEqual([
      { low: 0.4, high: 0.5, count: 1, meanScore: 0.5, positiveRate: 1 },
    ]);
  });

  it("has bins of equal mass, tied scores in one", () => {
    const yTrue = column([1, 0, 0, 1, 1, 0]);
    const yProb = column([0.125, 0, 0.25, 0.75, 0.5, 0.25]);
    expect(reliabilityBins(yTrue, yProb, { bins: 2, binning: "mass" })).toEqual([
      { low: 0, high: 0.25, count: 4, meanScore: 0.625 / 4, positiveRate: 1 / 4 },
      { low: 0.5, high: 0.75, count: 2, meanScore: 0.625, positiveRate: 1 },
    ]);
  });

  it("has bins of equal mass, to one, when no scores are tied", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 4096 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (steps, number) => {
          fc.pre(steps.length >= number);
          const yProb = column(steps.map((step) => step / 4096));
          const options = { bins: number, binning: "mass" } as const;
          const counts = reliabilityBins(column(steps.map(() => 1)), yProb, options).map(
            ({ count }) => count,
          );
          expect(counts).toHaveLength(number);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("holds every entry once, within its bounds, by rising score", () => {
    fc.assert(
      fc.property(scoredLabels, fc.constantFrom("width", "mass"), ({ yTrue, yScore }, binning) => {
        const found = reliabilityBins(yTrue, yScore, { bins: 7, binning });
        expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(yTrue.data.length);
        found.forEach(({ low, high, meanScore }, b) => {
          expect(meanScore).toBeGreaterThanOrEqual(low - 1e-12);
          expect(meanScore).toBeLessThanOrEqual(high + 1e-12);
          expect(low).toBeGreaterThanOrEqual(found[b - 1]?.high ?? 0);
        });
      }),
    );
  });

  it("looks at one class when it is told which", () => {
    const [yTrue, yProb] = [
      [
        [1, 0],
        [1, 0],
      ],
      [
        [0.5, 0.9],
        [0.5, 0.8],
      ],
    ];
    expect(reliabilityBins(yTrue, yProb, { bins: 1, classIndex: 0 })).toEqual([
      { low: 0, high: 1, count: 2, meanScore: 0.5, positiveRate: 1 },
    ]);
    expect(() => reliabilityBins(yTrue, yProb, { classIndex: 2 })).toThrow(
      "classIndex is 2; expected an integer from 0 to 1",
    );
  });

  it("refuses logits, and numbers of bins and binnings that are none", () => {
    expect(() => reliabilityBins([[1]], [[-1]])).toThrow("yProb is -1 at row 0, column 0");
    expect(() => reliabilityBins([[1]], [[1]], { bins: 0 })).toThrow("bins is 0");
    expect(() => reliabilityBins([[1]], [[1]], { binning: "uniform" as "mass" })).toThrow(
      'binning is "uniform"; expected one of width, mass',
    );
  });
});
