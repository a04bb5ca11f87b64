import { expect, it } from "vitest";
import { scores } from "../matrices.test.support.js";
import { medianCurve } from "./medianCurve.js";

it("medianCurve is the median of each rank, of an even number of examples the mean of the middle two", () => {
  const odd = scores([0.25, 1, 0], [0.5, 0.5, 0.75], [0, 0.125, 0.25]);
  expect(Array.from(medianCurve(odd))).toEqual([0.75, 0.25, 0]);
  const even = scores([0.25, 1, 0], [0.5, 0.5, 0.75]);
  expect(Array.from(medianCurve(even))).toEqual([0.875, 0.375, 0.25]);
});

it("medianCurve leaves the scores as they are", () => {
  const matrix = scores([0.25, 1, 0]);
  medianCurve(matrix);
  expect(matrix).toEqual(scores([0.25, 1, 0]));
});

it("medianCurve takes arrays of any finite numbers, at least one", () => {
  expect(Array.from(medianCurve([[-2, 3]]))).toEqual([3, -2]);
  expect(() => medianCurve({ rows: 0, cols: 2, data: new Float32Array() })).toThrow("no example");
  expect(() => medianCurve([[Number.NaN]])).toThrow("scores is NaN at row 0, column 0");
});
