import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoredLabels } from "../matrices.test.support.js";
import { precisionAtK } from "./precisionAtK.js";

const yTrue = [
  [1, 0, 1, 0],
  [0, 0, 0, 1],
];
const yScore = [
  [4, 3, 2, 1],
  [4, 3, 2, 1],
];

describe("precisionAtK", () => {
  it("is the share of true labels among the k highest-scored, the mean over examples", () => {
    expect(precisionAtK(yTrue, yScore, { k: 1 })).toBe((1 + 0) / 2);
    expect(precisionAtK(yTrue, yScore, { k: 2 })).toBe((1 / 2 + 0) / 2);
    expect(precisionAtK(yTrue, yScore, { k: 3 })).toBeCloseTo((2 / 3 + 0) / 2, 12);
    expect(precisionAtK(yTrue, yScore, { k: 4 })).toBe((2 / 4 + 1 / 4) / 2);
  });

  it("divides by k where there are fewer labels", () => {
    expect(precisionAtK(yTrue, yScore, { k: 8 })).toBe((2 / 8 + 1 / 8) / 2);
  });

  it("takes the mean over the orders of labels that tie for the last places", () => {
    // One label above; one of three tied, of which two are true, takes the second place.
    expect(precisionAtK([[1, 1, 1, 0, 0]], [[9, 5, 5, 5, 1]], { k: 2 })).toBeCloseTo(
      (1 + 2 / 3) / 2,
      12,
    );
  });

  it("equals the mean over every order of the classes of the k first, ties broken by the order", () => {
    fc.assert(
      fc.property(scoredLabels, fc.integer({ min: 1, max: 7 }), ({ yTrue, yScore }, k) => {
        fc.pre(yTrue.cols <= 4);
        const orders = permutations(Array.from({ length: yTrue.cols }, (_, j) => j));
        let hits = 0;
        for (let row = 0; row < yTrue.rows; row++) {
          const at = (data: ArrayLike<number>, j: number) => data[row * yTrue.cols + j] ?? 0;
          for (const order of orders) {
            const ranked = [...order].sort((a, b) => at(yScore.data, b) - at(yScore.data, a));
            for (const j of ranked.slice(0, k)) hits += at(yTrue.data, j) / orders.length;
          }
        }
        expect(precisionAtK(yTrue, yScore, { k })).toBeCloseTo(hits / k / yTrue.rows, 10);
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses k = %d", (k) => {
    expect(() => precisionAtK(yTrue, yScore, { k })).toThrow("expected a positive integer");
  });
});

function permutations(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, i) =>
    permutations(values.toSpliced(i, 1)).map((rest) => [value, ...rest]),
  );
}
