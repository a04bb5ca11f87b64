import { describe, expect, it } from "vitest";
import { expectGolden } from "../ranking/golden.test.support.js";
import { brierScore } from "./brierScore.js";

describe("brierScore", () => {
  it("equals the mean of scikit-learn's over the classes", () => {
    expect(expectGolden("brier", (yTrue, yScore) => brierScore(yTrue, yScore))).toBeGreaterThan(
      200,
    );
  });

  it("is the mean squared difference, over all and per class", () => {
    const [yTrue, yProb] = [
      [
        [1, 0],
        [0, 0],
      ],
      [
        [0.5, 0],
        [0.25, 1],
      ],
    ];
    expect(brierScore(yTrue, yProb, { average: "none" })).toEqual([(0.25 + 0.0625) / 2, 1 / 2]);
    expect(brierScore(yTrue, yProb)).toBe((0.25 + 0.0625 + 1) / 4);
  });

  it("refuses logits and other averages", () => {
    expect(() => brierScore([[1]], [[2]])).toThrow(
      "yProb is 2 at row 0, column 0; expected a number in [0, 1]",
    );
    expect(() => brierScore([[1]], [[1]], { average: "weighted" as "macro" })).toThrow(
      'average is "weighted"; expected one of macro, none',
    );
  });
});
