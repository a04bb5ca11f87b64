import type { MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import type { Head } from "../heads/Head.js";
import type { Optimizer } from "../optimizers/Optimizer.js";

/** A step as a function of tensors, which changes the head's and the optimiser's variables; called in a tidy. */
export type StepFunction = (
  features: tf.Tensor2D,
  labels: tf.Tensor2D,
  masks: readonly tf.Tensor2D[],
  scheduled?: Readonly<Record<string, tf.Scalar>>,
) => tf.Scalar;

/** Descends on loss(y, z) + Σ λ·Σw² (the head's penalties, so that Adam's moments see both); gives loss(y, z) alone. */
export function stepFunction(head: Head, loss: MultilabelLoss, optimizer: Optimizer): StepFunction {
  const variables = [...head.variables];
  return (features, labels, masks, scheduled) => {
    const { value, grads } = tf.variableGrads(
      () => loss(labels, head.forward(features, masks), scheduled),
      variables,
    );
    const gradients = variables.map((w, i) => {
      const gradient = grads[w.name]!; // one for each variable
      const penalty = head.penalties[i]!; // as many as variables
      return penalty === 0 ? gradient : tf.add(gradient, tf.mul(w, 2 * penalty));
    });
    optimizer.update(gradients);
    return value;
  };
}
