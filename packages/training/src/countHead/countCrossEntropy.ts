import type { MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";

/** Mean over the examples of −log softmax(z)ₖ, k the example's class; labels are one-hot, for exactly one class holds. */
export function countCrossEntropy(): MultilabelLoss {
  const loss = (yTrue: tf.Tensor, yPred: tf.Tensor): tf.Scalar =>
    tf.tidy(() => {
      const likelihoods = tf.sum(tf.mul(yTrue, tf.logSoftmax(yPred)), 1);
      return tf.neg(tf.mean<tf.Scalar>(likelihoods));
    });
  Object.defineProperty(loss, "name", { value: "label-count" });
  return Object.assign(loss, { scores: (logits: tf.Tensor2D) => tf.softmax(logits) });
}
