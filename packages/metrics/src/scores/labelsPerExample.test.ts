import { expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { labelsPerExample } from "./labelsPerExample.js";

it("labelsPerExample is the mean number of labels, rows without any included", () => {
  expect(labelsPerExample(labels([1, 1], [1, 0], [0, 0], [1, 1]))).toBe(5 / 4);
});

it("labelsPerExample names its argument in errors", () => {
  expect(() => labelsPerExample(labels([1, 2]))).toThrow("labels is 2 at row 0, column 1");
  expect(() => labelsPerExample({ rows: 0, cols: 2, data: new Uint8Array(0) })).toThrow(
    "labels has no example",
  );
});
