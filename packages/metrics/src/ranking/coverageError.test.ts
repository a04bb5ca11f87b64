import { describe, expect, it } from "vitest";
import { coverageError } from "./coverageError.js";
import { edges, expectGolden } from "./golden.test.support.js";

describe("coverageError", () => {
  it("equals scikit-learn", () => {
    expect(expectGolden("coverageError", coverageError)).toBe(edges.length + 500);
  });

  it("is right by hand", () => {
    // Ranks of the lowest true label: 2; 3, tied with a false one at rank 2; 0 without any.
    const yTrue = [
      [1, 1, 0],
      [0, 1, 0],
      [0, 0, 0],
    ];
    const yScore = [
      [3, 2, 1],
      [3, 1, 1],
      [3, 2, 1],
    ];
    expect(coverageError(yTrue, yScore)).toBeCloseTo(5 / 3, 12);
  });

  it("takes one class: 1 for a true label, 0 for none", () => {
    expect(coverageError([[1], [0], [1], [0]], [[5], [5], [-5], [0]])).toBe(0.5);
  });

  it("refuses shapes that differ and no example", () => {
    expect(() => coverageError([[1, 0]], [[1]])).toThrow("yTrue is 1 × 2 but yScore is 1 × 1");
    const [yTrue, yScore] = [new Uint8Array(), new Float32Array()];
    expect(() =>
      coverageError({ rows: 0, cols: 2, data: yTrue }, { rows: 0, cols: 2, data: yScore }),
    ).toThrow("no example to score");
  });
});
