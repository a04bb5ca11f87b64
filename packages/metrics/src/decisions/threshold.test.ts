import { expect, it } from "vitest";
import { labels, scores } from "../matrices.test.support.js";
import { threshold } from "./threshold.js";

const anything = [scores([0]), labels([0])] as const;

it("threshold is named after its value", () => {
  expect(threshold(0.5).name).toBe("threshold-0.5");
  expect(threshold(0.05).name).toBe("threshold-0.05");
});

it("threshold predicts scores that are at least as high", () => {
  const decision = threshold(0.5).fit(...anything);
  expect(decision.decide(scores([0.49, 0.5], [0.51, 0]))).toEqual(labels([0, 1], [1, 0]));
});

it("threshold takes a score that is the threshold in 32 bits for equal", () => {
  // 0.7 in 32 bits lies below 0.7 in 64 bits.
  expect(
    threshold(0.7)
      .fit(...anything)
      .decide(scores([0.7])),
  ).toEqual(labels([1]));
});

it("threshold's decision is JSON that says the threshold", () => {
  const json = JSON.stringify(threshold(0.5).fit(...anything));
  expect(JSON.parse(json)).toEqual({ rule: "threshold-0.5", threshold: 0.5 });
});

it.each([-0.1, 1.1, Number.NaN])("threshold refuses %d", (t) => {
  expect(() => threshold(t)).toThrow(`the threshold is ${t}; expected a number in [0, 1]`);
});

it.each([Number.NaN, 1.5, -1])("a decision refuses the score %d, naming its place", (score) => {
  const decision = threshold(0.5).fit(...anything);
  expect(() => decision.decide(scores([0.1, 0.2], [0.3, score]))).toThrow(
    `scores is ${score} at row 1, column 1; expected a number in [0, 1]`,
  );
});
