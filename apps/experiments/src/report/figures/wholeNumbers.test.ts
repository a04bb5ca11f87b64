import { expect, test } from "vitest";
import { wholeNumbers } from "./wholeNumbers.js";

test("wholeNumbers names every count where there are few, else round ones and the first", () => {
  expect(wholeNumbers(0, 4)).toEqual([0, 1, 2, 3, 4]);
  expect(wholeNumbers(1, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(wholeNumbers(0, 20)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
  expect(wholeNumbers(1, 50)).toEqual([1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]);
});
