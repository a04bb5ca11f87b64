import { expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { labelCountError } from "./labelCountError.js";

it("labelCountError compares numbers of labels, whichever labels these are", () => {
  // n̂ − n: 0 (two wrong labels), +2, −1, 0.
  const yTrue = labels([1, 1, 0, 0], [0, 0, 0, 1], [1, 1, 1, 1], [0, 0, 0, 0]);
  const yPred = labels([0, 0, 1, 1], [1, 1, 0, 1], [1, 1, 1, 0], [0, 0, 0, 0]);
  expect(labelCountError(yTrue, yPred)).toEqual({
    meanAbsoluteError: 3 / 4,
    exact: 2 / 4,
    bias: 1 / 4,
  });
});

it("labelCountError's bias is negative where too few labels are predicted", () => {
  expect(labelCountError([[1, 1]], [[0, 0]]).bias).toBe(-2);
});
