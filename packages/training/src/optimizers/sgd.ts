import * as tf from "@tensorflow/tfjs-core";
import type { Optimizer, SgdOptions } from "./Optimizer.js";

/** Gradient descent with momentum: u ← μ·u + g, w ← w − α·u; without momentum w ← w − α·g. */
export function sgd(
  weights: readonly tf.Variable[],
  { learningRate = 0.01, momentum = 0 }: SgdOptions,
): Optimizer {
  const velocities =
    momentum === 0 ? [] : weights.map((w) => tf.tidy(() => tf.variable(tf.zerosLike(w), false)));
  return {
    variables: velocities,
    update(gradients) {
      for (const [i, w] of weights.entries()) {
        const gradient = gradients[i]!; // one for each weight
        const velocity = velocities[i];
        velocity?.assign(tf.add(tf.mul(velocity, momentum), gradient));
        w.assign(tf.sub(w, tf.mul(velocity ?? gradient, learningRate)));
      }
    },
    dispose: () => tf.dispose(velocities),
  };
}
