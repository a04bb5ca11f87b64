import { useEngine } from "@sigf1/engine";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { countCrossEntropy } from "./countCrossEntropy.js";

beforeAll(async () => {
  await useEngine("wasm");
});

test("countCrossEntropy is the mean of −log softmax of the true column, and stays finite for large logits", () => {
  const loss = countCrossEntropy();
  const value = tf.tidy(() => {
    const labels = tf.tensor2d([0, 1, 1, 0], [2, 2]);
    return loss(labels, tf.tensor2d([0, Math.log(3), 1000, 0], [2, 2])).dataSync()[0];
  });
  // −log(3/4) and 0.
  expect(value).toBeCloseTo(Math.log(4 / 3) / 2, 6);
  expect(loss.name).toBe("label-count");
});
