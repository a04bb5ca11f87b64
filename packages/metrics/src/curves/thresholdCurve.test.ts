import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { threshold } from "../decisions/threshold.js";
import { labels, scoredLabels, scores } from "../matrices.test.support.js";
import { f1Score } from "../scores/f1Score.js";
import { thresholdCurve } from "./thresholdCurve.js";

describe("thresholdCurve", () => {
  it("equals the F1 of deciding by each threshold, in the order given, repeats included", () => {
    fc.assert(
      fc.property(
        scoredLabels,
        fc.array(fc.integer({ min: 0, max: 24 }).map((step) => step / 24)),
        ({ yTrue, yScore }, thresholds) => {
          const curve = thresholdCurve(yTrue, yScore, thresholds);
          expect(curve.map((point) => point.threshold)).toEqual(thresholds);
          for (const point of curve) {
            const yPred = threshold(point.threshold).fit(yScore, yTrue).decide(yScore);
            expect(point.microF1).toBeCloseTo(f1Score(yTrue, yPred, { average: "micro" }), 12);
            expect(point.macroF1).toBeCloseTo(f1Score(yTrue, yPred, { average: "macro" }), 12);
          }
        },
      ),
    );
  });

  it("takes a score that is the threshold in 32 bits for equal", () => {
    const [point] = thresholdCurve(labels([1]), scores([0.7]), [0.7]);
    expect(point).toEqual({ threshold: 0.7, microF1: 1, macroF1: 1 });
  });

  it("takes arrays of arrays", () => {
    expect(thresholdCurve([[1, 0]], [[0.5, 0.25]], [0.25])).toEqual(
      thresholdCurve(labels([1, 0]), scores([0.5, 0.25]), [0.25]),
    );
  });

  it("refuses shapes that differ, NaN scores and thresholds outside [0, 1]", () => {
    expect(() => thresholdCurve(labels([1]), scores([0.1, 0.2]), [])).toThrow(
      "yTrue is 1 × 1 but yScore is 1 × 2",
    );
    expect(() => thresholdCurve(labels([1]), scores([Number.NaN]), [])).toThrow("row 0, column 0");
    expect(() => thresholdCurve(labels([1]), scores([0.1]), [0.5, 2])).toThrow(
      "thresholds[1] is 2; expected a number in [0, 1]",
    );
  });
});
