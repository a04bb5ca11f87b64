import * as tf from "@tensorflow/tfjs";
import type { ConstrainedLoss } from "../constrained/ConstrainedLoss.js";

/** A loss whose `variables[0]`, from which its multipliers are, has these values. */
export function withMultipliers(loss: ConstrainedLoss, values: tf.TensorLike, classes: number) {
  loss.onTrainBegin({ examples: 1, counts: new Array(classes).fill(1) });
  const [lambda] = loss.variables as [tf.Variable];
  tf.tidy(() => lambda.assign(tf.tensor(values, lambda.shape)));
  return loss;
}
