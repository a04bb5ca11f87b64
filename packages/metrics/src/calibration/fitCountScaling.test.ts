import { expect, it } from "vitest";
import { fitCountScaling } from "./fitCountScaling.js";

it("fitCountScaling is the line of least squares", () => {
  // Through (1, 1) and (3, 2), with (2, 3) above it: the mean is (2, 2), the slope ½.
  expect(fitCountScaling([1, 2, 3], [1, 3, 2])).toEqual({ slope: 0.5, offset: 1 });
});

it("fitCountScaling gives the mean count where estimates are equal, run backwards, or are but one", () => {
  expect(fitCountScaling([2, 2, 2], [1, 2, 6])).toEqual({ slope: 0, offset: 3 });
  expect(fitCountScaling([1, 2], [3, 1])).toEqual({ slope: 0, offset: 2 });
  expect(fitCountScaling([5], [2])).toEqual({ slope: 0, offset: 2 });
});
