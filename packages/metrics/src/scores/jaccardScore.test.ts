import { describe, expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { jaccardScore } from "./jaccardScore.js";

describe("jaccardScore", () => {
  // Class 0: tp 1, fn 1. Class 1: tp 1, fp 1. Class 2: never true nor predicted.
  const yTrue = labels([1, 1, 0], [1, 0, 0]);
  const yPred = labels([1, 1, 0], [0, 1, 0]);

  it("is the share of the labels true or predicted that are both", () => {
    expect(jaccardScore(yTrue, yPred, { average: "none" })).toEqual([1 / 2, 1 / 2, 0]);
    expect(jaccardScore(yTrue, yPred)).toBeCloseTo(1 / 3, 12);
    expect(jaccardScore(yTrue, yPred, { zeroDivision: 1 })).toBeCloseTo(2 / 3, 12);
    expect(jaccardScore(yTrue, yPred, { average: "micro" })).toBe(2 / 4);
    expect(jaccardScore(yTrue, yPred, { average: "samples" })).toBe(1 / 2);
  });

  it("weights the classes equally where no label is true", () => {
    const options = { average: "weighted", zeroDivision: 1 } as const;
    expect(jaccardScore(labels([0, 0]), labels([1, 0]), options)).toBe(1 / 2);
  });
});
