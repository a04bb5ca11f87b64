import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels, scoredLabels, scores } from "../matrices.test.support.js";
import { multilabelReport } from "../scores/multilabelReport.js";
import { threshold } from "./threshold.js";
import { tunedGlobal } from "./tunedGlobal.js";

const figures = {
  micro: "microF1",
  macro: "macroF1",
  samples: "samplesF1",
  example: "exampleF1",
} as const;

describe("tunedGlobal", () => {
  it.each(["micro", "macro", "samples", "example"] as const)(
    "reaches the best %s F1 of any threshold on the validation data",
    (metric) => {
      fc.assert(
        fc.property(scoredLabels, ({ yTrue, yScore }) => {
          const tuned = tunedGlobal({ metric }).fit(yScore, yTrue).decide(yScore);
          const candidates = [...new Set(yScore.data)].map(
            (t) =>
              multilabelReport(yTrue, threshold(t).fit(yScore, yTrue).decide(yScore))[
                figures[metric]
              ],
          );
          const reached = multilabelReport(yTrue, tuned)[figures[metric]];
          expect(reached).toBeCloseTo(Math.max(...candidates), 12);
        }),
      );
    },
  );

  it("takes the highest of the thresholds of equal F1, whatever the rounding of sums", () => {
    // Macro F1 is the same after the 3rd and the 12th score; the running sums differ in the last bit.
    const yTrue = labels([1, 1, 1], [0, 0, 0], [0, 1, 0], [1, 0, 1]);
    const sixteenths = scores([15, 14, 13], [12, 11, 10], [9, 8, 7], [6, 5, 4]);
    const yScore = { ...sixteenths, data: sixteenths.data.map((score) => score / 16) };
    expect(tunedGlobal({ metric: "macro" }).fit(yScore, yTrue)).toMatchObject({
      threshold: 25 / 32,
    });
  });

  it("maximises micro F1 by default, with the threshold midway between the scores that it parts", () => {
    const decision = tunedGlobal().fit(scores([0.875, 0.5], [0.25, 0.125]), labels([1, 1], [0, 0]));
    expect(JSON.parse(JSON.stringify(decision))).toEqual({
      rule: "tuned-global",
      threshold: 0.375,
    });
  });

  it("takes the highest of equally good thresholds", () => {
    // F1 2/3 after the first and after the fourth label, less between.
    const decision = tunedGlobal().fit(scores([1, 0.75, 0.5, 0.25]), labels([1, 0, 0, 1]));
    expect(decision).toMatchObject({ threshold: 0.875 });
  });

  it("parts two scores that are neighbouring 32-bit floats", () => {
    const above = 0.5 + 2 ** -24;
    const validation = scores([above, 0.5]);
    expect(
      tunedGlobal()
        .fit(validation, labels([1, 0]))
        .decide(validation),
    ).toEqual(labels([1, 0]));
  });

  it("predicts everything where that is best, also for scores of 0", () => {
    const decision = tunedGlobal().fit(scores([0, 0.5]), labels([1, 1]));
    expect(decision).toMatchObject({ threshold: 0 });
  });

  it("takes 0.5 where no label is true", () => {
    expect(tunedGlobal().fit(scores([0.9, 0.1]), labels([0, 0]))).toMatchObject({ threshold: 0.5 });
  });

  it("refuses scores and labels of different shapes, and no example at all", () => {
    expect(() => tunedGlobal().fit(scores([0.5, 0.5]), labels([1], [0]))).toThrow(
      "scores is 1 × 2 but labels is 2 × 1",
    );
    expect(() => tunedGlobal().fit(scores(), labels())).toThrow("no validation example");
  });
});
