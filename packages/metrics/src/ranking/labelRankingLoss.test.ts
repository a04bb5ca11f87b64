import { describe, expect, it } from "vitest";
import { edges, expectGolden } from "./golden.test.support.js";
import { labelRankingLoss } from "./labelRankingLoss.js";

describe("labelRankingLoss", () => {
  it("equals scikit-learn", () => {
    expect(expectGolden("labelRankingLoss", labelRankingLoss)).toBe(edges.length + 500);
  });

  it("is right by hand", () => {
    // One of two pairs wrong; one of two tied, a whole error; nothing true: 0.
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
    expect(labelRankingLoss(yTrue, yScore)).toBeCloseTo((1 / 2 + 1 / 2 + 0) / 3, 12);
  });

  it("takes one class, which leaves nothing to rank", () => {
    expect(labelRankingLoss([[1], [0]], [[5], [5]])).toBe(0);
  });

  it("refuses shapes that differ and no example", () => {
    expect(() => labelRankingLoss([[1, 0]], [[1]])).toThrow("yTrue is 1 × 2 but yScore is 1 × 1");
    const [yTrue, yScore] = [new Uint8Array(), new Float32Array()];
    expect(() =>
      labelRankingLoss({ rows: 0, cols: 2, data: yTrue }, { rows: 0, cols: 2, data: yScore }),
    ).toThrow("no example to score");
  });
});
