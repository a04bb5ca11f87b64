import { expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { recallScore } from "./recallScore.js";

const yTrue = labels([1, 1, 0], [1, 0, 0]);
const yPred = labels([1, 1, 0], [0, 1, 0]);

it("recallScore is the share of true labels that are predicted, per class by default", () => {
  expect(recallScore(yTrue, yPred)).toBeCloseTo((1 / 2 + 1 + 0) / 3, 12);
  expect(recallScore(yTrue, yPred, { zeroDivision: 1 })).toBeCloseTo((1 / 2 + 1 + 1) / 3, 12);
  expect(recallScore(yTrue, yPred, { average: "weighted" })).toBeCloseTo((2 / 2 + 1) / 3, 12);
});
