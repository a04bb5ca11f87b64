import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels, scoredLabels, scores } from "../matrices.test.support.js";
import { count } from "./count.js";
import { rowSums } from "./rowSums.js";

const validation = scores([0.9, 0.8, 0.1], [0.9, 0.2, 0.1]);
const truth = labels([1, 1, 0], [0, 1, 0]);

describe("count", () => {
  it("predicts as many labels as are given, those with the highest scores, of equal ones the first", () => {
    const decision = count().fit(validation, truth);
    const scored = scores([0.1, 0.3, 0.2], [0.5, 0.5, 0.5], [0.3, 0.2, 0.1]);
    expect(decision.decide(scored, [1, 2, 0])).toEqual(labels([0, 1, 0], [1, 1, 0], [0, 0, 0]));
  });

  it("rounds counts, halves upwards, and clips them to 0 … classes", () => {
    const decision = count().fit(validation, truth);
    const decided = (n: number) => rowSums(decision.decide(scores([0.3, 0.2, 0.1]), [n]))[0];
    expect([-3, -0.5, 0.49, 0.5, 1.5, 2.49, 2.5, 7].map(decided)).toEqual([0, 0, 0, 1, 2, 2, 3, 3]);
  });

  it("reaches the true number of labels where the true counts are given", () => {
    fc.assert(
      fc.property(scoredLabels, ({ yTrue, yScore }) => {
        const counts = rowSums(yTrue);
        const decided = count().fit(yScore, yTrue).decide(yScore, counts);
        expect(rowSums(decided)).toEqual(counts);
      }),
    );
  });

  it("estimates the count from the sum of scores where none is given", () => {
    // Sums of 1.75 and 1.25 stand for 2 and 1 labels: n̂ = 2 Σs − 1.5.
    const decision = count().fit(
      scores([0.75, 0.75, 0.25], [0.75, 0.25, 0.25]),
      labels([1, 1, 0], [0, 1, 0]),
    );
    expect(JSON.parse(JSON.stringify(decision))).toEqual({
      rule: "count",
      classes: 3,
      given: { slope: 1, offset: 0 },
      summed: { slope: 2, offset: -1.5 },
    });
    expect(decision.decide(scores([1, 1, 0.25], [0, 0, 0.5], [1, 0, 0]))).toEqual(
      labels([1, 1, 1], [0, 0, 0], [1, 0, 0]),
    );
  });

  it("calibrates given counts by the least-squares line, if asked to", () => {
    // Estimates of 3 and 2 stand for 2 and 1 labels.
    const decision = count({ calibration: "linear" }).fit(validation, truth, [3, 2]);
    expect(JSON.parse(JSON.stringify(decision))).toEqual({
      rule: "count",
      classes: 3,
      given: { slope: 1, offset: -1 },
      summed: null,
    });
    expect(decision.decide(scores([0.3, 0.2, 0.1]), [2])).toEqual(labels([1, 0, 0]));
  });

  it("does not decide by sums of scores what was fitted with counts, nor calibrates what was not", () => {
    expect(() => count().fit(validation, truth, [2, 1]).decide(validation)).toThrow(
      "count was fitted with counts; give decide the counts of its examples",
    );
    expect(() =>
      count({ calibration: "linear" }).fit(validation, truth).decide(validation, [2, 1]),
    ).toThrow("give fit the counts of the validation examples");
  });

  it("refuses a calibration that there is not", () => {
    expect(() => count({ calibration: "platt" as "none" })).toThrow(
      'calibration is "platt"; expected one of none, linear',
    );
  });

  it("refuses counts that are not one finite number per example, and another number of classes", () => {
    const decision = count().fit(validation, truth);
    expect(() => decision.decide(validation, [1])).toThrow(
      "counts has 1 entries but scores has 2 rows; expected one per example",
    );
    expect(() => decision.decide(validation, [1, Number.NaN])).toThrow(
      "counts is NaN at row 1; expected a finite number",
    );
    expect(() => count().fit(validation, truth, [1])).toThrow("counts has 1 entries");
    expect(() => decision.decide(scores([0.5]), [1])).toThrow("count was fitted on 3 classes");
  });
});
