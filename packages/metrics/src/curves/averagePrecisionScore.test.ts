import { describe, expect, it } from "vitest";
import { averages } from "../confusion/Average.js";
import { edges, expectGolden } from "../ranking/golden.test.support.js";
import { averagePrecisionScore } from "./averagePrecisionScore.js";

describe("averagePrecisionScore", () => {
  it.each(averages)("equals scikit-learn with %s", (average) => {
    const compared = expectGolden(`averagePrecision ${average}`, (yTrue, yScore) =>
      averagePrecisionScore(yTrue, yScore, { average }),
    );
    expect(compared).toBe(edges.length + 500);
  });

  it("equals scikit-learn class by class, absent classes being 0", () => {
    for (const { name, yTrue, yScore, averagePrecisions } of edges) {
      const values = averagePrecisionScore(yTrue, yScore, { average: "none" });
      expect(values, name).toHaveLength(averagePrecisions.length);
      values.forEach((value, j) => {
        expect(value, name).toBeCloseTo(averagePrecisions[j] ?? Number.NaN, 9);
      });
    }
  });

  it("is the mean precision at the true labels: by hand", () => {
    // Ranks of the true labels: 1 and 3; then tied with one false label at ranks 3 and 4.
    const yTrue = [[1], [0], [1], [0]];
    expect(averagePrecisionScore(yTrue, [[4], [3], [2], [1]])).toBeCloseTo((1 + 2 / 3) / 2, 12);
    expect(averagePrecisionScore(yTrue, [[4], [3], [2], [2]])).toBeCloseTo((1 + 2 / 4) / 2, 12);
  });

  it("refuses other averages and no example", () => {
    expect(() => averagePrecisionScore([[1]], [[1]], { average: "mean" as "macro" })).toThrow(
      'average is "mean"',
    );
    const empty = { rows: 0, cols: 1 };
    expect(() =>
      averagePrecisionScore(
        { ...empty, data: new Uint8Array() },
        { ...empty, data: new Float32Array() },
      ),
    ).toThrow("no example to score");
  });
});
