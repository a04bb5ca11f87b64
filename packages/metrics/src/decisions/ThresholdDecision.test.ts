import { expect, it } from "vitest";
import { labels, scores } from "../matrices.test.support.js";
import { ThresholdDecision } from "./ThresholdDecision.js";

it("ThresholdDecision compares each class with its own threshold", () => {
  const decision = new ThresholdDecision("tuned-per-class", [0.2, 0.8]);
  expect(decision.decide(scores([0.3, 0.3], [0.1, 0.9]))).toEqual(labels([1, 0], [0, 1]));
});

it("ThresholdDecision decides any number of classes by a threshold that was not fitted", () => {
  const decision = new ThresholdDecision("threshold-0.5", 0.5);
  expect(decision.decide(scores([0.3]))).toEqual(labels([0]));
  expect(decision.decide(scores([0.3, 0.6]))).toEqual(labels([0, 1]));
});

it("ThresholdDecision refuses scores with another number of classes", () => {
  const decision = new ThresholdDecision("tuned-per-class", [0.2, 0.8]);
  expect(() => decision.decide(scores([0.3]))).toThrow(
    "scores has 1 classes; tuned-per-class was fitted on 2 classes",
  );
  const single = new ThresholdDecision("tuned-global", 0.5, 2);
  expect(() => single.decide(scores([0.3]))).toThrow(
    "scores has 1 classes; tuned-global was fitted on 2 classes",
  );
});
