import { expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { labelsPerExample } from "./labelsPerExample.js";

it("labelsPerExample is the mean number of labels, rows without any included", () => {
  expect(labelsPerExample(labels([1, 1], [1, 0], [0, 0], [1, 1]))).toBe(5 / 4);
});
