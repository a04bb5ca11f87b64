import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels, scoredLabels, scores } from "../matrices.test.support.js";
import { multilabelReport } from "../scores/multilabelReport.js";
import { decideTop } from "./decideTop.js";
import { topK } from "./topK.js";

describe("topK", () => {
  it.each([
    ["micro", "microF1"],
    ["example", "exampleF1"],
  ] as const)("chooses the k with the best %s F1 on the validation data", (metric, figure) => {
    fc.assert(
      fc.property(scoredLabels, ({ yTrue, yScore }) => {
        const reached = topK({ metric }).fit(yScore, yTrue).decide(yScore);
        const candidates = Array.from(
          { length: yScore.cols },
          (_, i) =>
            multilabelReport(
              yTrue,
              decideTop(yScore, () => i + 1),
            )[figure],
        );
        expect(multilabelReport(yTrue, reached)[figure]).toBeCloseTo(Math.max(...candidates), 12);
      }),
    );
  });

  it("predicts the k highest scores of each example, of equal ones the first classes", () => {
    const decision = topK().fit(scores([0.9, 0.8, 0.1]), labels([1, 1, 0]));
    expect(decision.decide(scores([0.1, 0.2, 0.3], [0.5, 0.5, 0.5]))).toEqual(
      labels([0, 1, 1], [1, 1, 0]),
    );
    expect(JSON.parse(JSON.stringify(decision))).toEqual({ rule: "top-k", k: 2, classes: 3 });
  });

  it("takes the smallest of equally good k, and 1 where no label is true", () => {
    // Micro F1 is 2/3 at k = 1 and at k = 4.
    const tied = topK().fit(scores([1, 0.75, 0.5, 0.25]), labels([1, 0, 0, 1]));
    expect(tied).toMatchObject({ k: 1 });
    expect(topK().fit(scores([0.9, 0.8]), labels([0, 0]))).toMatchObject({ k: 1 });
  });

  it("refuses scores with another number of classes", () => {
    const decision = topK().fit(scores([0.9, 0.8]), labels([1, 0]));
    expect(() => decision.decide(scores([0.9]))).toThrow(
      "scores has 1 classes; top-k was fitted on 2",
    );
  });

  it("refuses a metric that there is not", () => {
    expect(() => topK({ metric: "weighted" as "micro" })).toThrow(
      'metric is "weighted"; expected one of micro, macro, samples, example',
    );
  });
});
