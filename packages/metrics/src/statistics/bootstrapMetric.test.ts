import { describe, expect, it } from "vitest";
import { rocAucScore } from "../curves/rocAucScore.js";
import { labels, scores } from "../matrices.test.support.js";
import { f1Score } from "../scores/f1Score.js";
import { hammingLoss } from "../scores/hammingLoss.js";
import { bootstrapInterval } from "./bootstrapInterval.js";
import { bootstrapMetric } from "./bootstrapMetric.js";

const yTrue = labels([1, 0], [0, 1], [1, 1], [0, 0], [1, 0], [0, 1]);
const yPred = labels([1, 0], [0, 0], [1, 1], [0, 1], [1, 0], [1, 1]);

describe("bootstrapMetric", () => {
  it("estimates the metric, and is the interval over the drawn rows", () => {
    const wrong = [0, 1, 0, 1, 0, 1];
    const interval = bootstrapMetric(yTrue, yPred, hammingLoss, { seed: 3 });
    const byHand = bootstrapInterval(
      6,
      (examples) =>
        examples.reduce((sum, i) => sum + (wrong[i] ?? Number.NaN), 0) / examples.length / 2,
      { seed: 3 },
    );
    expect(interval.estimate).toBe(0.25);
    expect(interval.low).toBeCloseTo(byHand.low, 12);
    expect(interval.high).toBeCloseTo(byHand.high, 12);
    interval.distribution.forEach((value, r) => {
      expect(value).toBeCloseTo(byHand.distribution[r] ?? Number.NaN, 12);
    });
  });

  it("gives a metric arrays where it was given arrays", () => {
    const rows = (data: Uint8Array) =>
      Array.from({ length: 6 }, (_, i) => [...data.subarray(2 * i, 2 * i + 2)]);
    const matrixOf = (list: number[][]) => labels(...list);
    const interval = bootstrapMetric(rows(yTrue.data), rows(yPred.data), (t, p) =>
      f1Score(matrixOf(t), matrixOf(p)),
    );
    expect(interval).toEqual(bootstrapMetric(yTrue, yPred, (t, p) => f1Score(t, p)));
  });

  it("takes scores as it takes labels", () => {
    const yScore = scores([0.9, 0.2], [0.1, 0.4], [0.7, 0.6], [0.2, 0.1], [0.8, 0.3], [0.4, 0.9]);
    const brier = (t: typeof yTrue, s: typeof yScore) =>
      t.data.reduce((sum, label, k) => sum + (label - (s.data[k] ?? Number.NaN)) ** 2, 0) /
      t.data.length;
    const { estimate, low, high } = bootstrapMetric(yTrue, yScore, brier);
    expect(estimate).toBeCloseTo(brier(yTrue, yScore), 12);
    expect(low).toBeLessThan(estimate);
    expect(high).toBeGreaterThan(estimate);
  });

  it("names the resample that lacks a class, the metric's own reason and the cure", () => {
    const yScore = scores([0.9, 0.2], [0.1, 0.4], [0.7, 0.6], [0.2, 0.1], [0.8, 0.3], [0.4, 0.9]);
    const interval = () => bootstrapMetric(yTrue, yScore, (t, s) => rocAucScore(t, s));
    expect(interval).toThrow(
      /^the statistic fails for resample \d+, which may lack a class .*labelStrata\(yTrue\).*: ROC-AUC needs true and false labels/,
    );
    const all = labels([1], [1]);
    expect(() => bootstrapMetric(all, scores([1], [0]), (t, s) => rocAucScore(t, s))).toThrow(
      /^ROC-AUC needs/,
    );
  });

  it("refuses a metric that is no function", () => {
    expect(() => bootstrapMetric(yTrue, yPred, "f1" as unknown as () => number)).toThrow(
      'metric is "f1"; expected a function of (yTrue, yPred)',
    );
  });

  it("leaves what it was given unchanged", () => {
    const [truth, predicted] = [yTrue.data.slice(), yPred.data.slice()];
    bootstrapMetric(yTrue, yPred, hammingLoss);
    expect([yTrue.data, yPred.data]).toEqual([truth, predicted]);
  });

  it("refuses other numbers of examples and data that does not fill its shape", () => {
    expect(() => bootstrapMetric(yTrue, labels([1, 0]), hammingLoss)).toThrow(
      "yTrue has 6 examples but yPred has 1",
    );
    const short = { rows: 6, cols: 2, data: new Uint8Array(3) };
    expect(() => bootstrapMetric(yTrue, short, hammingLoss)).toThrow("yPred has 3 entries");
  });
});
