import { describe, expect, it } from "vitest";
import { recallAtK } from "./recallAtK.js";

const yTrue = [
  [1, 0, 1, 0],
  [0, 0, 0, 1],
  [0, 0, 0, 0],
];
const yScore = [
  [4, 3, 2, 1],
  [4, 3, 2, 1],
  [4, 3, 2, 1],
];

describe("recallAtK", () => {
  it("is the share of the true labels that are among the k highest-scored, the mean over examples", () => {
    expect(recallAtK(yTrue, yScore, { k: 1 })).toBeCloseTo((1 / 2 + 0 + 0) / 3, 12);
    expect(recallAtK(yTrue, yScore, { k: 3 })).toBeCloseTo((1 + 0 + 0) / 3, 12);
    expect(recallAtK(yTrue, yScore, { k: 9 })).toBeCloseTo((1 + 1 + 0) / 3, 12);
  });

  it("counts an example without true labels as zeroDivision says", () => {
    expect(recallAtK(yTrue, yScore, { k: 1, zeroDivision: 1 })).toBeCloseTo(
      (1 / 2 + 0 + 1) / 3,
      12,
    );
    expect(() => recallAtK(yTrue, yScore, { k: 1, zeroDivision: 2 as 1 })).toThrow(
      "zeroDivision is 2",
    );
  });

  it("takes the mean over the orders of labels that tie", () => {
    expect(recallAtK([[1, 1, 0, 0]], [[1, 1, 1, 1]], { k: 1 })).toBe(1 / 4);
  });

  it("refuses a k that is no positive integer", () => {
    expect(() => recallAtK(yTrue, yScore, { k: 0 })).toThrow("k is 0; expected a positive integer");
  });
});
