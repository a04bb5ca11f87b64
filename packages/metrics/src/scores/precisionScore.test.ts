import { expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { precisionScore } from "./precisionScore.js";

const yTrue = labels([1, 1, 0], [1, 0, 0]);
const yPred = labels([1, 1, 0], [0, 1, 0]);

it("precisionScore is the share of predicted labels that are right, per class by default", () => {
  expect(precisionScore(yTrue, yPred)).toBeCloseTo((1 + 1 / 2 + 0) / 3, 12);
  expect(precisionScore(yTrue, yPred, { zeroDivision: 1 })).toBeCloseTo((1 + 1 / 2 + 1) / 3, 12);
  expect(precisionScore(yTrue, yPred, { average: "micro" })).toBeCloseTo(2 / 3, 12);
});
