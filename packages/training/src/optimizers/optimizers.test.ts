import { useEngine } from "@sigf1/engine";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { createOptimizer } from "./createOptimizer.js";
import type { OptimizerOptions } from "./Optimizer.js";

beforeAll(async () => {
  await useEngine("cpu");
});

/** The weights after each update on the gradients 2w − 1, by the optimiser here and by tfjs's own. */
function compare(options: OptimizerOptions, reference: tf.Optimizer): void {
  const start = [0.3, -2, 5, 0];
  const [ours, theirs] = [tf.variable(tf.tensor1d(start)), tf.variable(tf.tensor1d(start))];
  const optimizer = createOptimizer([ours], options);
  for (let step = 0; step < 20; step++) {
    tf.tidy(() => optimizer.update([tf.sub(tf.mul(ours, 2), 1)]));
    reference.minimize(() => tf.sum(tf.sub(tf.square(theirs), theirs)), false, [theirs]);
    ours.dataSync().forEach((w, i) => {
      expect(w).toBeCloseTo(theirs.dataSync()[i] ?? Number.NaN, 5);
    });
  }
  expect([...ours.dataSync()]).not.toEqual(start);
}

test("adam takes the steps of tf.train.adam", () => {
  compare({ name: "adam", learningRate: 0.1 }, tf.train.adam(0.1, 0.9, 0.999, 1e-7));
  compare(
    { name: "adam", learningRate: 0.05, beta1: 0.5, beta2: 0.9, epsilon: 0.01 },
    tf.train.adam(0.05, 0.5, 0.9, 0.01),
  );
});

test("sgd takes the steps of tf.train.sgd, with momentum those of tf.train.momentum", () => {
  compare({ name: "sgd", learningRate: 0.1 }, tf.train.sgd(0.1));
  compare({ name: "sgd", learningRate: 0.02, momentum: 0.9 }, tf.train.momentum(0.02, 0.9));
});

test("all state is in `variables`, and dispose frees it", () => {
  const weights = [tf.variable(tf.tensor1d([1, 2]))];
  const tensors = tf.memory().numTensors;
  const optimizer = createOptimizer(weights, { name: "adam" });
  expect(tf.memory().numTensors - tensors).toBe(optimizer.variables.length);
  optimizer.dispose();
  expect(tf.memory().numTensors).toBe(tensors);
});
