import { describe, expect, it } from "vitest";
import { oneError } from "./oneError.js";

describe("oneError", () => {
  it("is the share of examples whose highest-scored label is false", () => {
    const yTrue = [
      [1, 0],
      [0, 1],
      [0, 1],
    ];
    const yScore = [
      [2, 1],
      [2, 1],
      [-2, -1],
    ];
    expect(oneError(yTrue, yScore)).toBeCloseTo(1 / 3, 12);
  });

  it("counts labels tied for the first place by the share of them that is false", () => {
    expect(oneError([[1, 0, 0, 1]], [[7, 7, 7, 1]])).toBeCloseTo(2 / 3, 12);
  });

  it("counts an example without true labels as an error", () => {
    expect(oneError([[0, 0]], [[2, 1]])).toBe(1);
  });
});
