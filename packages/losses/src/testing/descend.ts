import * as tf from "@tensorflow/tfjs";
import type { MultilabelLoss } from "../MultilabelLoss.js";

/** What a step of gradient descent sees before it moves anything. */
export interface Step {
  readonly logits: number[];
  readonly variables: number[][];
}

/**
 * Trains logits = x·w from w = 0, and the loss's variables with it, by one optimiser.
 * @returns what each step saw, and at the end what is left
 */
export function descend(
  loss: MultilabelLoss,
  x: tf.Tensor2D,
  y: tf.Tensor2D,
  optimizer: tf.Optimizer,
  steps: number,
): Step[] {
  const counts = tf.tidy(() => [...tf.sum(y, 0).dataSync()]);
  loss.onTrainBegin?.({ examples: y.shape[0], counts });
  const w = tf.variable(tf.zeros<tf.Rank.R2>([x.shape[1], y.shape[1]]));
  const variables = [...(loss.variables ?? [])];
  const look = (): Step =>
    tf.tidy(() => ({
      logits: [...tf.matMul(x, w).dataSync()],
      variables: variables.map((variable) => [...variable.dataSync()]),
    })) as Step;
  const seen: Step[] = [];
  for (let i = 0; i < steps; i++) {
    seen.push(look());
    tf.tidy(() => {
      const { grads } = tf.variableGrads(() => loss(y, tf.matMul(x, w)), [w, ...variables]);
      optimizer.applyGradients(grads);
    });
  }
  seen.push(look());
  w.dispose();
  return seen;
}
