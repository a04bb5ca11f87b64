import { useEngine } from "@sigf1/engine";
import { type MultilabelLoss, sigmoidF1 } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { type Comparison, compare } from "./compare.js";

const EXAMPLES = 256;
const CLASSES = 200;

/** sigmoidF1 at its defaults, written cell by cell and left to automatic differentiation. */
function opByOp(labels: tf.Tensor, logits: tf.Tensor): tf.Scalar {
  const s = tf.sigmoid(logits);
  const tp = tf.sum(tf.mul(s, labels), 0);
  const fp = tf.sum(tf.mul(s, tf.sub(1, labels)), 0);
  const fn = tf.sum(tf.mul(tf.sub(1, s), labels), 0);
  const f1 = tf.div(tf.mul(2, tp), tf.add(tf.add(tf.add(tf.mul(2, tp), fn), fp), 1e-16));
  return tf.sub(1, tf.mean(f1)) as tf.Scalar;
}

/** Value and gradient of sigmoidF1 in its closed form against the op-by-op form, on wasm. */
export async function losses(): Promise<Comparison[]> {
  await useEngine("wasm");
  const logits = tf.randomNormal([EXAMPLES, CLASSES], 0, 1, "float32", 1);
  const labels = tf.tidy(() =>
    tf.cast(tf.greater(tf.randomNormal([EXAMPLES, CLASSES], 0, 1, "float32", 2), 1.6), "float32"),
  );
  const step = (loss: MultilabelLoss | typeof opByOp) => () => {
    tf.dispose(tf.valueAndGrad((z: tf.Tensor) => loss(labels, z))(logits));
  };
  const comparison = await compare(
    `sigmoidF1, value and gradient, ${EXAMPLES} × ${CLASSES}, wasm`,
    "≤ 0.5",
    { "closed-form gradient": step(sigmoidF1()), "op by op": step(opByOp) },
  );
  tf.dispose([logits, labels]);
  return [comparison];
}
