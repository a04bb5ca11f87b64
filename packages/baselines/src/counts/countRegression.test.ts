import { count } from "@sigf1/metrics";
import { describe, expect, it } from "vitest";
import { labels } from "../labels.test.support.js";
import { countRegression } from "./countRegression.js";

describe("countRegression", () => {
  const features = { rows: 4, cols: 1, data: Float32Array.of(-9, -8, 8, 9) };

  it("predicts numbers of labels that occur in training, 0 among them, for the rule count", async () => {
    const truth = labels([0, 0, 0], [0, 0, 0], [1, 0, 1], [0, 1, 1]);
    const fitted = await countRegression().fit(features, truth);
    expect(fitted.counts).toEqual([0, 2]);
    const counts = await fitted.predict({ rows: 2, cols: 1, data: Float32Array.of(7, -7) });
    expect([...counts]).toEqual([2, 0]);
    const scores = { rows: 2, cols: 3, data: Float32Array.of(0.1, 0.3, 0.2, 0.9, 0.9, 0.9) };
    const decided = count()
      .fit(scores, labels([0, 1, 1], [0, 0, 0]), counts)
      .decide(scores, counts);
    expect(decided).toEqual(labels([0, 1, 1], [0, 0, 0]));
  });

  it("predicts the one number that all examples have", async () => {
    const fitted = await countRegression().fit(features, labels([1, 0], [0, 1], [1, 0], [0, 1]));
    expect([...(await fitted.predict(features))]).toEqual([1, 1, 1, 1]);
  });

  it("refuses a C that is not above 0, and features that are not finite", async () => {
    expect(() => countRegression({ C: -1 })).toThrow("C is -1; expected a finite number > 0");
    const fitted = await countRegression().fit(features, labels([1], [0], [1], [1]));
    const infinite = { rows: 1, cols: 1, data: Float32Array.of(Number.POSITIVE_INFINITY) };
    await expect(fitted.predict(infinite)).rejects.toThrow(
      "features is Infinity at row 0, column 0",
    );
  });
});
