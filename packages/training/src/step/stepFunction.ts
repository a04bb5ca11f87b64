import type { LossInputs, MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import type { Head } from "../heads/Head.js";
import type { Optimizer } from "../optimizers/Optimizer.js";
import { trainableVariables } from "./trainableVariables.js";

/** A step as a function of tensors, which changes the head's, the loss's and the optimiser's variables; called in a tidy. */
export type StepFunction = (
  features: tf.Tensor2D,
  labels: tf.Tensor2D,
  masks: readonly tf.Tensor2D[],
  inputs: LossInputs,
) => tf.Scalar;

/** Descends on loss(y, z) + Σ λ·Σw² (the head's penalties, so that Adam's moments see both); gives loss(y, z) alone. */
export function stepFunction(head: Head, loss: MultilabelLoss, optimizer: Optimizer): StepFunction {
  const variables = trainableVariables(head, loss);
  return (features, labels, masks, inputs) => {
    const { value, grads } = tf.variableGrads(
      () => loss(labels, head.forward(features, masks), inputs),
      variables,
    );
    const gradients = variables.map((w, i) => {
      const gradient = grads[w.name]!; // one for each variable
      const penalty = head.penalties[i] ?? 0; // the loss's variables have none
      return penalty === 0 ? gradient : tf.add(gradient, tf.mul(w, 2 * penalty));
    });
    optimizer.update(gradients);
    return value;
  };
}
