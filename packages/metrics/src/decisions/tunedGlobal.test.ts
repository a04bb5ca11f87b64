import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels, scoredLabels, scores } from "../matrices.test.support.js";
import { f1Score } from "../scores/f1Score.js";
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

  it("lies at half the best F1 where scores are calibrated (Lipton et al. 2014)", () => {
    // Of 16 w examples with the score s/16, s w are positive: calibrated exactly, whatever the weights w.
    const weights = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(weights, (weight) => {
        const rows = weight.flatMap((w, s) =>
          Array.from({ length: 16 * w }, (_, i) => ({ score: s / 16, label: i < s * w ? 1 : 0 })),
        );
        const [yScore, yTrue] = [rows.map(({ score }) => [score]), rows.map((row) => [row.label])];
        const decision = tunedGlobal().fit(yScore, yTrue);
        const best = f1Score(yTrue, decision.decide(yScore));
        // The threshold is midway between two levels, of which F*/2 parts the same.
        const { threshold: tuned } = JSON.parse(JSON.stringify(decision));
        expect(Math.abs(tuned - best / 2)).toBeLessThanOrEqual(1 / 32 + 1e-6);
      }),
      { numRuns: 50 },
    );
  });

  it("approaches Lipton's threshold (3 − √5)/2 for probabilities that are uniform on [0, 1]", () => {
    // F1(t) = 2 ∫ₜ¹ p dp/(1/2 + 1 − t) is greatest, and 2t, at t² − 3t + 1 = 0.
    const levels = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200);
    const rows = levels.flatMap((score) =>
      Array.from({ length: 400 }, (_, i) => ({ score, label: (i + 0.5) / 400 < score ? 1 : 0 })),
    );
    const decision = tunedGlobal().fit(
      rows.map(({ score }) => [score]),
      rows.map(({ label }) => [label]),
    );
    const { threshold: tuned } = JSON.parse(JSON.stringify(decision));
    expect(tuned).toBeCloseTo((3 - Math.sqrt(5)) / 2, 2);
  });

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
      classes: 2,
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

  it("refuses a metric that there is not", () => {
    expect(() => tunedGlobal({ metric: "weighted" as "micro" })).toThrow(
      'metric is "weighted"; expected one of micro, macro, samples, example',
    );
  });

  it("refuses scores and labels of different shapes, and no example at all", () => {
    expect(() => tunedGlobal().fit(scores([0.5, 0.5]), labels([1], [0]))).toThrow(
      "scores is 1 × 2 but labels is 2 × 1",
    );
    expect(() => tunedGlobal().fit(scores(), labels())).toThrow("no validation example");
  });
});
