import { expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { subsetAccuracy } from "./subsetAccuracy.js";

it("subsetAccuracy is the share of examples whose labels are all right", () => {
  const yTrue = labels([1, 1], [1, 0], [0, 0], [0, 1]);
  const yPred = labels([1, 1], [1, 1], [0, 0], [1, 0]);
  expect(subsetAccuracy(yTrue, yPred)).toBe(2 / 4);
});
