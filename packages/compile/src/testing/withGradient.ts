import * as tf from "@tensorflow/tfjs-core";

type OneOutput = (...inputs: tf.Tensor[]) => tf.Tensor;

/**
 * A function that gives fn(…x) and its gradients by the inputs at the positions `by` (default: all), for a dy with
 * entries of both signs and different size.
 */
export function withGradient(fn: OneOutput, by?: readonly number[]) {
  return (...inputs: tf.Tensor[]): tf.Tensor[] => {
    const y = fn(...inputs);
    const positions = by ?? inputs.map((_, i) => i);
    const dy = tf.tensor(
      Float32Array.from({ length: y.size }, (_, i) => Math.cos(1 + 2 * i)),
      y.shape,
    );
    const gradients = tf.grads((...variables: tf.Tensor[]) => {
      const all = inputs.map((input, i) => variables[positions.indexOf(i)] ?? input);
      return fn(...all);
    })(
      positions.map((i) => inputs[i]!), // positions of inputs
      dy,
    );
    return [y, ...gradients];
  };
}
