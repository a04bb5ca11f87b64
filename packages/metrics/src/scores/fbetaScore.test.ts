import { describe, expect, expectTypeOf, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { f1Score } from "./f1Score.js";
import { fbetaScore } from "./fbetaScore.js";
import { recallScore } from "./recallScore.js";

describe("fbetaScore", () => {
  // Class 0: tp 1, fn 1. Class 1: tp 1, fp 1. Class 2: never true nor predicted.
  const yTrue = labels([1, 1, 0], [1, 0, 0]);
  const yPred = labels([1, 1, 0], [0, 1, 0]);

  it("weights recall β² times as much as precision", () => {
    expect(fbetaScore(yTrue, yPred, { beta: 2, average: "none" })).toEqual([
      5 / 9, // 5tp/(5tp + 4fn + fp)
      expect.closeTo(5 / 6, 12),
      0,
    ]);
  });

  it("is F1 for β = 1, in every average", () => {
    for (const average of ["micro", "macro", "weighted", "samples"] as const) {
      expect(fbetaScore(yTrue, yPred, { beta: 1, average })).toBe(
        f1Score(yTrue, yPred, { average }),
      );
    }
  });

  it("averages the classes by default, and any β over examples", () => {
    expect(fbetaScore(yTrue, yPred, { beta: 2 })).toBeCloseTo((5 / 9 + 5 / 6) / 3, 12);
    // Rows: 1, and tp 0.
    expect(fbetaScore(yTrue, yPred, { beta: 0.3, average: "samples" })).toBeCloseTo(1 / 2, 12);
  });

  it("is recall for β = ∞ and for β whose square overflows", () => {
    const recall = recallScore(yTrue, yPred, { average: "none" });
    for (const beta of [Number.POSITIVE_INFINITY, 1e200]) {
      expect(fbetaScore(yTrue, yPred, { beta, average: "none" })).toEqual(recall);
    }
  });

  it("refuses a β that is negative or NaN", () => {
    expect(() => fbetaScore(yTrue, yPred, { beta: -1 })).toThrow(
      "beta is -1; expected a number ≥ 0",
    );
    expect(() => fbetaScore(yTrue, yPred, { beta: Number.NaN })).toThrow("beta is NaN");
  });

  it("is typed by its average", () => {
    expectTypeOf(fbetaScore(yTrue, yPred, { beta: 2 })).toEqualTypeOf<number>();
    expectTypeOf(fbetaScore(yTrue, yPred, { beta: 2, average: "none" })).toEqualTypeOf<number[]>();
  });
});
