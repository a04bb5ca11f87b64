import { expect, test } from "vitest";
import { chi2 } from "./chi2.js";

/** Rows [1, 2], [1, 0], [2, 0], [0, 2]. */
const matrix = {
  rows: 4,
  cols: 2,
  starts: Float64Array.of(0, 2, 3, 4, 5),
  columns: Int32Array.of(0, 1, 0, 0, 1),
  values: Float64Array.of(1, 2, 1, 2, 2),
};

test("chi2 is the largest statistic over the labels", () => {
  // Label 0 = rows 0, 1 (p ½): column 0 observed 2 of 4, expected 2; column 1 observed 2 of 4, expected 2.
  // Label 1 = row 2 (p ¼): column 0 observed 2, expected 1: 1/1 + 1/3; column 1 0, 1: 1/1 + 1/3.
  // Label 2 = rows 0, 3 (p ½): column 0 1, 2: 1/2 + 1/2; column 1 4, 2: 4/2 + 4/2.
  const data = Uint8Array.of(1, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1);
  const scores = chi2(matrix, { rows: 4, cols: 3, data });
  expect(scores[0]).toBeCloseTo(4 / 3, 12);
  expect(scores[1]).toBeCloseTo(4, 12);
});

test("chi2 is 0 for labels that no example or every example has", () => {
  const data = Uint8Array.of(0, 1, 0, 1, 0, 1, 0, 1);
  expect([...chi2(matrix, { rows: 4, cols: 2, data })]).toEqual([0, 0]);
});

test("chi2 refuses labels of another number of rows", () => {
  expect(() => chi2(matrix, { rows: 3, cols: 1, data: new Uint8Array(3) })).toThrow(
    "chi2 needs labels of 4 rows, got 3 × 1",
  );
});
