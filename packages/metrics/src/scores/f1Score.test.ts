import { expect, expectTypeOf, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { f1Score } from "./f1Score.js";

// Class 0: tp 1, fn 1 → F1 2/3. Class 1: tp 1, fp 1 → 2/3. Class 2: never true nor predicted.
const yTrue = labels([1, 1, 0], [1, 0, 0]);
const yPred = labels([1, 1, 0], [0, 1, 0]);

it("f1Score averages the classes by default and counts 0/0 as 0", () => {
  expect(f1Score(yTrue, yPred)).toBeCloseTo(4 / 9, 12);
});

it("f1Score counts 0/0 as zeroDivision says", () => {
  expect(f1Score(yTrue, yPred, { zeroDivision: 1 })).toBeCloseTo(7 / 9, 12);
});

it("f1Score takes the other averages", () => {
  expect(f1Score(yTrue, yPred, { average: "micro" })).toBeCloseTo(4 / 6, 12);
  expect(f1Score(yTrue, yPred, { average: "weighted" })).toBeCloseTo(2 / 3, 12);
  expect(f1Score(yTrue, yPred, { average: "samples" })).toBeCloseTo(1 / 2, 12);
});

it("f1Score gives one score per class with the average none", () => {
  const perClass = f1Score(yTrue, yPred, { average: "none" });
  expect(perClass).toEqual([expect.closeTo(2 / 3, 12), expect.closeTo(2 / 3, 12), 0]);
  expectTypeOf(perClass).toEqualTypeOf<number[]>();
  expectTypeOf(f1Score(yTrue, yPred)).toEqualTypeOf<number>();
  expectTypeOf(f1Score(yTrue, yPred, { zeroDivision: 1 })).toEqualTypeOf<number>();
});

it("f1Score takes arrays of arrays, and a matrix beside them", () => {
  const [rowsTrue, rowsPred] = [
    [
      [1, 1, 0],
      [1, 0, 0],
    ],
    [
      [true, true, false],
      [false, true, false],
    ],
  ];
  expect(f1Score(rowsTrue, rowsPred)).toBe(f1Score(yTrue, yPred));
  expect(f1Score(rowsTrue, yPred)).toBe(f1Score(yTrue, yPred));
  expect(() => f1Score(rowsTrue, [[1, 0]])).toThrow("yTrue is 2 × 3 but yPred is 1 × 2");
});
