import * as tf from "@tensorflow/tfjs-core";
import type { AdamOptions, Optimizer } from "./Optimizer.js";

/**
 * Adam (Kingma and Ba 2015, algorithm 1): w ← w − α·m̂/(√v̂ + ε).
 *
 * The moments are kept as M = m/(1−β₁) and V = v/(1−β₂), and the bias corrections are folded into two
 * scalars, so that a weight is passed over 10 times instead of the 16 of `tf.train.adam`:
 * w ← w − a·M/(√V + e) with c = √(1−β₂ᵗ)/√(1−β₂), a = α·c·(1−β₁)/(1−β₁ᵗ) and e = ε·c.
 */
export function adam(
  weights: readonly tf.Variable[],
  { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: AdamOptions,
): Optimizer {
  const zeros = () => weights.map((w) => tf.tidy(() => tf.variable(tf.zerosLike(w), false)));
  const [firsts, seconds] = [zeros(), zeros()];
  const power1 = tf.tidy(() => tf.variable(tf.scalar(1), false));
  const power2 = tf.tidy(() => tf.variable(tf.scalar(1), false));
  const variables = [...firsts, ...seconds, power1, power2];
  return {
    variables,
    update(gradients) {
      power1.assign(tf.mul(power1, beta1));
      power2.assign(tf.mul(power2, beta2));
      const correction = tf.div(tf.sqrt(tf.sub(1, power2)), Math.sqrt(1 - beta2));
      const rate = tf.div(tf.mul(correction, learningRate * (1 - beta1)), tf.sub(1, power1));
      const offset = tf.mul(correction, epsilon);
      for (const [i, w] of weights.entries()) {
        // One gradient and two moments for each weight.
        const [gradient, first, second] = [gradients[i]!, firsts[i]!, seconds[i]!];
        first.assign(tf.add(tf.mul(first, beta1), gradient));
        second.assign(tf.add(tf.mul(second, beta2), tf.square(gradient)));
        const scale = tf.add(tf.sqrt(second), offset);
        w.assign(tf.sub(w, tf.mul(tf.div(first, scale), rate)));
      }
    },
    dispose: () => tf.dispose(variables),
  };
}
