import { expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { accuracy } from "./accuracy.js";

it("accuracy is the share of right entries", () => {
  expect(accuracy(labels([1, 1, 0, 0]), labels([1, 1, 0, 1]))).toBe(3 / 4);
});
