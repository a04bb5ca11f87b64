import { describe, expect, it } from "vitest";
import { edges, expectGolden } from "./golden.test.support.js";
import { labelRankingAveragePrecisionScore } from "./labelRankingAveragePrecisionScore.js";

describe("labelRankingAveragePrecisionScore", () => {
  it("equals scikit-learn", () => {
    expect(
      expectGolden("labelRankingAveragePrecisionScore", labelRankingAveragePrecisionScore),
    ).toBe(edges.length + 500);
  });

  it("is right by hand", () => {
    // (1/1 + 2/3)/2; a true label tied with a false one: 1/2; nothing true: 1.
    const yTrue = [
      [1, 0, 1],
      [1, 0, 0],
      [0, 0, 0],
    ];
    const yScore = [
      [3, 2, 1],
      [2, 2, 1],
      [3, 2, 1],
    ];
    expect(labelRankingAveragePrecisionScore(yTrue, yScore)).toBeCloseTo(
      (5 / 6 + 1 / 2 + 1) / 3,
      12,
    );
  });

  it("takes one class, which leaves nothing to rank", () => {
    expect(labelRankingAveragePrecisionScore([[1], [0]], [[5], [5]])).toBe(1);
  });

  it("refuses shapes that differ and no example", () => {
    expect(() => labelRankingAveragePrecisionScore([[1, 0]], [[1]])).toThrow(
      "yTrue is 1 × 2 but yScore is 1 × 1",
    );
    const [yTrue, yScore] = [new Uint8Array(), new Float32Array()];
    expect(() =>
      labelRankingAveragePrecisionScore(
        { rows: 0, cols: 2, data: yTrue },
        { rows: 0, cols: 2, data: yScore },
      ),
    ).toThrow("no example to score");
  });
});
