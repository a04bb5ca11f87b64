import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelPairs, labels } from "../matrices.test.support.js";
import { f1Score } from "../scores/f1Score.js";
import { bootstrapMetric } from "./bootstrapMetric.js";
import { bootstrapSums } from "./bootstrapSums.js";
import { exampleCounts } from "./exampleCounts.js";

function macroF1(totals: Float64Array): number {
  const classes = totals.length / 3;
  let sum = 0;
  for (let j = 0; j < classes; j++) {
    const [tp, fp, fn] = [0, 1, 2].map((part) => totals[part * classes + j] ?? Number.NaN) as [
      number,
      number,
      number,
    ];
    sum += tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn);
  }
  return sum / classes;
}

describe("bootstrapSums", () => {
  it("of exampleCounts equals bootstrapMetric of F1, with the same resamples", () => {
    fc.assert(
      fc.property(labelPairs, fc.integer(), ({ yTrue, yPred }, seed) => {
        const options = { resamples: 30, seed };
        const slow = bootstrapMetric(yTrue, yPred, (t, p) => f1Score(t, p), options);
        const fast = bootstrapSums(exampleCounts(yTrue, yPred), macroF1, options);
        expect(fast.estimate).toBeCloseTo(slow.estimate, 12);
        fast.distribution.forEach((value, r) => {
          expect(value).toBeCloseTo(slow.distribution[r] ?? Number.NaN, 12);
        });
        expect(fast.standardError).toBeCloseTo(slow.standardError, 10);
      }),
      { numRuns: 50 },
    );
  });

  it("gives the statistic the totals and the number of examples", () => {
    const sums = { rows: 3, cols: 2, data: [1, 0, 0, -2, 4, 0.5] };
    expect(
      bootstrapSums(sums, ([first, second], n) => ((first ?? 0) + (second ?? 0)) / n).estimate,
    ).toBe(3.5 / 3);
  });

  it("refuses data that does not fill its shape, entries that are not finite and no examples", () => {
    const mean = (totals: Float64Array, n: number) => (totals[0] ?? 0) / n;
    expect(() => bootstrapSums({ rows: 2, cols: 2, data: [1] }, mean)).toThrow(
      "sums has 1 entries and the shape 2 × 2",
    );
    expect(() => bootstrapSums({ rows: 2, cols: 1, data: [1, Number.NaN] }, mean)).toThrow(
      "sums is NaN at row 1, column 0",
    );
    expect(() => bootstrapSums({ rows: 0, cols: 1, data: [] }, mean)).toThrow("examples is 0");
  });
});

describe("exampleCounts", () => {
  it("holds true positives, false positives and false negatives side by side", () => {
    const counts = exampleCounts(labels([1, 0, 1], [0, 0, 1]), [
      [1, 1, 0],
      [0, 0, 1],
    ]);
    expect(counts).toEqual(labels([1, 0, 0, 0, 1, 0, 0, 0, 1], [0, 0, 1, 0, 0, 0, 0, 0, 0]));
  });

  it("refuses shapes that differ", () => {
    expect(() => exampleCounts([[1, 0]], [[1]])).toThrow("yTrue is 1 × 2 but yPred is 1 × 1");
  });
});
