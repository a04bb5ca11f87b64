import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels, scoredLabels, scores } from "../matrices.test.support.js";
import { f1Score } from "../scores/f1Score.js";
import { column } from "./column.js";
import { threshold } from "./threshold.js";
import { tunedPerClass } from "./tunedPerClass.js";

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
