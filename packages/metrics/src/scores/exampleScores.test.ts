import { expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { exampleScores } from "./exampleScores.js";
import { f1Score } from "./f1Score.js";

const yTrue = labels([1, 0], [1, 1]);
const yPred = labels([1, 1], [1, 0]);

it("exampleScores averages precision and recall over the examples and takes the F1 of the means", () => {
  // Precisions 1/2 and 1, recalls 1 and 1/2.
  expect(exampleScores(yTrue, yPred)).toEqual({ precision: 0.75, recall: 0.75, f1: 0.75 });
});

it("exampleScores' F1 is not the mean F1 of the examples", () => {
  expect(f1Score(yTrue, yPred, { average: "samples" })).toBeCloseTo(2 / 3, 12);
});

it("exampleScores counts an example without predictions as zeroDivision says", () => {
  expect(exampleScores(labels([1]), labels([0])).precision).toBe(0);
  expect(exampleScores(labels([1]), labels([0]), { zeroDivision: 1 }).precision).toBe(1);
});
