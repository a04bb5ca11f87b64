import * as tf from "@tensorflow/tfjs";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import type { Batch } from "./Rows.js";

/** Value and gradient by the logits (row-major) of a loss on the backend in use. */
export function evaluate(
  loss: MultilabelLoss,
  { labels, logits }: Batch,
): { value: number; gradient: number[] } {
  return tf.tidy(() => {
    const y = tf.tensor2d(labels.map((row) => [...row]));
    const z = tf.tensor2d(logits.map((row) => [...row]));
    const { value, grad } = tf.valueAndGrad((x: tf.Tensor) => loss(y, x))(z);
    const numbers = { value: value.dataSync()[0] as number, gradient: [...grad.dataSync()] };
    return numbers as typeof numbers & tf.TensorContainerObject;
  });
}
