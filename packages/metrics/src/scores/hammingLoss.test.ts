import { expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { hammingLoss } from "./hammingLoss.js";

it("hammingLoss is the share of wrong entries", () => {
  expect(hammingLoss(labels([1, 1, 0], [1, 0, 0]), labels([1, 1, 0], [0, 1, 0]))).toBe(2 / 6);
});
