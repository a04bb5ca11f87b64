import { expect, test } from "vitest";
import { kernelWidth } from "./kernelWidth.js";

test("kernelWidth is by the interquartile range where an outlier widens the deviation", () => {
  // quartiles 1 and 3, n = 5: .9 · 2/1.34 · 5^(−1/5)
  expect(kernelWidth([2, 3, 0, 100, 1])).toBeCloseTo(0.9736, 4);
});

test("kernelWidth is by the deviation where that is less, or where half of the values are equal", () => {
  // sd 1, IQR 2, n = 4: .9 · 4^(−1/5)
  expect(kernelWidth([1, 1, 3, 3])).toBeCloseTo(0.68208, 4);
  // sd .4, IQR 0, n = 5: .9 · .4 · 5^(−1/5)
  expect(kernelWidth([1, 1, 1, 1, 2])).toBeCloseTo(0.26092, 4);
});
