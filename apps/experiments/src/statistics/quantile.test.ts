import { expect, test } from "vitest";
import { quantile } from "./quantile.js";

test("quantile goes from the least value to the highest, linearly between neighbours", () => {
  const sorted = [1, 3, 4];
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(sorted, share))).toEqual([
    1, 2, 3, 3.5, 4,
  ]);
  expect(quantile([7], 0.3)).toBe(7);
  expect(quantile([], 0.3)).toBeNaN();
});
