import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LabelMatrix } from "../Matrix.js";
import { labels, scoredLabels, scores } from "../matrices.test.support.js";
import { f1Score } from "../scores/f1Score.js";
import type { ClassMetric } from "./ClassMetric.js";
import { column } from "./column.js";
import { threshold } from "./threshold.js";
import { tunedPerClass } from "./tunedPerClass.js";

interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

function countsOf(truth: LabelMatrix, predicted: LabelMatrix): Counts {
  const count = (label: number, prediction: number) =>
    truth.data.filter((entry, k) => entry === label && predicted.data[k] === prediction).length;
  return { tp: count(1, 1), fp: count(0, 1), fn: count(1, 0), tn: count(0, 0) };
}

describe("tunedPerClass", () => {
  it("reaches the best F1 of any threshold for every class with a positive", () => {
    fc.assert(
      fc.property(scoredLabels, ({ yTrue, yScore }) => {
        const decided = tunedPerClass().fit(yScore, yTrue).decide(yScore);
        for (let j = 0; j < yTrue.cols; j++) {
          const [truth, score] = [column(yTrue, j), column(yScore, j)];
          if (!truth.data.includes(1)) continue;
          const candidates = [...new Set(score.data)].map((t) =>
            f1Score(truth, threshold(t).fit(score, truth).decide(score)),
          );
          expect(f1Score(truth, column(decided, j))).toBeCloseTo(Math.max(...candidates), 12);
        }
      }),
    );
  });

  it.each<{ metric: ClassMetric; figure: (counts: Counts) => number }>([
    { metric: { fbeta: 0.5 }, figure: ({ tp, fp, fn }) => (1.25 * tp) / (1.25 * tp + fn / 4 + fp) },
    { metric: { fbeta: 2 }, figure: ({ tp, fp, fn }) => (5 * tp) / (5 * tp + 4 * fn + fp) },
    {
      metric: "mcc",
      figure: ({ tp, fp, fn, tn }) =>
        (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)),
    },
  ])("reaches the best $metric of any threshold where one is above 0", ({ metric, figure }) => {
    fc.assert(
      fc.property(scoredLabels, ({ yTrue, yScore }) => {
        const decided = tunedPerClass({ metric }).fit(yScore, yTrue).decide(yScore);
        for (let j = 0; j < yTrue.cols; j++) {
          const [truth, score] = [column(yTrue, j), column(yScore, j)];
          const reached = figure(countsOf(truth, column(decided, j)));
          const candidates = [...score.data].map((t) =>
            figure(countsOf(truth, threshold(t).fit(score, truth).decide(score))),
          );
          // 0/0 is no figure to reach.
          const best = Math.max(0, ...candidates.filter(Number.isFinite));
          if (best > 0) expect(reached).toBeCloseTo(best, 12);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives a class in which no threshold correlates the one with the best pooled correlation", () => {
    // Class 0 runs backwards, class 1 is always true; pooled, the scores from .625 on are right.
    const decision = tunedPerClass({ metric: "mcc" }).fit(
      scores([0.125, 0.75, 0.25], [0.25, 0.625, 0.125]),
      labels([1, 1, 0], [0, 1, 0]),
    );
    expect(decision).toMatchObject({ threshold: [0.4375, 0.4375, 0.4375] });
  });

  it("refuses a metric that is none", () => {
    const metric = (value: unknown) => () => tunedPerClass({ metric: value as ClassMetric });
    expect(metric("f2")).toThrow('metric is "f2"; expected "f1", "mcc" or { fbeta: b }');
    expect(metric(null)).toThrow("metric is null");
    expect(metric({ fbeta: -1 })).toThrow("beta is -1; expected a number ≥ 0");
  });

  it("gives a class without positives the threshold that is best for all classes pooled", () => {
    const decision = tunedPerClass().fit(
      scores([0.75, 0.875], [0.25, 0.0]),
      labels([1, 0], [1, 0]),
    );
    // Pooled: F1 0, 2/3 and 4/5 as 0.875, 0.75 and 0.25 pass.
    expect(JSON.parse(JSON.stringify(decision))).toEqual({
      rule: "tuned-per-class",
      threshold: [0.125, 0.125],
    });
  });

  it("takes 0.5 everywhere where no label is true", () => {
    const decision = tunedPerClass().fit(scores([0.9, 0.1]), labels([0, 0]));
    expect(decision).toMatchObject({ threshold: [0.5, 0.5] });
  });

  it("names row and column of a NaN", () => {
    expect(() => tunedPerClass().fit(scores([0.1, Number.NaN]), labels([0, 1]))).toThrow(
      "scores is NaN at row 0, column 1",
    );
  });
});
