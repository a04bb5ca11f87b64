import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { expectClose } from "../testing/expectClose.js";
import { adaptStep } from "./adaptStep.js";

const adapted = (logStep: number[], acceptance: number[], count: number, warmup = 10) =>
  tf.tidy(() => [
    ...adaptStep(tf.tensor2d([logStep]), tf.tensor2d([acceptance]), tf.scalar(count), {
      targetAcceptance: 0.8,
      warmup,
    }).dataSync(),
  ]) as number[];

describe("adaptStep", () => {
  it("moves the log step by 2·(t + 1)^−0.6 times what the acceptance is above its target", () => {
    expectClose(adapted([0, 1], [1, 0.3], 0), [0.4, 0]);
    expectClose(adapted([0, 1], [1, 0.8], 7), [0.4 * 8 ** -0.6, 1]);
  });

  it("follows the mean acceptance of many chains with one step size", () => {
    expectClose(adapted([0.5], [1, 0.8, 0.3], 0), [0.5 + 2 * (0.7 - 0.8)]);
  });

  it("changes nothing after the warm-up, which may never end", () => {
    expect(adapted([0.5], [0], 10)).toEqual([0.5]);
    expect(adapted([0.5], [0], 9)).not.toEqual([0.5]);
    expect(adapted([0.5], [0], 1e6, Number.POSITIVE_INFINITY)).not.toEqual([0.5]);
  });
});
