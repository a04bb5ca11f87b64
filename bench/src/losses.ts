import { useEngine } from "@sigf1/engine";
import {
  adaptiveSigmoidF1,
  anyLoss,
  binaryCrossEntropy,
  confusionSurrogate,
  dice,
  doubleSoftF1,
  lsep,
  type MultilabelLoss,
  sigmoidF1,
  sigmoidFBeta,
  softF1,
  softJaccard,
  tversky,
} from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { type Comparison, compare } from "./compare.js";

const EXAMPLES = 256;

/** What is timed against sigmoidF1: at the defaults, or at an option that takes more time than they do. */
const surrogates: Readonly<Record<string, MultilabelLoss>> = {
  softF1: softF1(),
  adaptiveSigmoidF1: adaptiveSigmoidF1(),
  "sigmoidFBeta, b 2": sigmoidFBeta({ b: 2 }),
  softJaccard: softJaccard(),
  tversky: tversky(),
  dice: dice(),
  doubleSoftF1: doubleSoftF1(),
  anyLoss: anyLoss(),
  "confusionSurrogate, mcc": confusionSurrogate({ metric: "mcc" }),
};

/** sigmoidF1 at its defaults, written cell by cell and left to automatic differentiation. */
function opByOp(labels: tf.Tensor, logits: tf.Tensor): tf.Scalar {
  const s = tf.sigmoid(logits);
  const tp = tf.sum(tf.mul(s, labels), 0);
  const fp = tf.sum(tf.mul(s, tf.sub(1, labels)), 0);
  const fn = tf.sum(tf.mul(tf.sub(1, s), labels), 0);
  const f1 = tf.div(tf.mul(2, tp), tf.add(tf.add(tf.add(tf.mul(2, tp), fn), fp), 1e-16));
  return tf.sub(1, tf.mean(f1)) as tf.Scalar;
}

/** A loss's value and gradient on a random batch, one label in 18. */
function onBatchOf(classes: number) {
  const logits = tf.randomNormal([EXAMPLES, classes], 0, 1, "float32", 1);
  const labels = tf.tidy(() =>
    tf.cast(tf.greater(tf.randomNormal([EXAMPLES, classes], 0, 1, "float32", 2), 1.6), "float32"),
  );
  return {
    step: (loss: MultilabelLoss | typeof opByOp) => () => {
      tf.dispose(tf.valueAndGrad((z: tf.Tensor) => loss(labels, z))(logits));
    },
    dispose: () => tf.dispose([logits, labels]),
  };
}

/**
 * Value and gradient on wasm: of sigmoidF1 in its closed form against the op-by-op form, of the other confusion
 * surrogates against sigmoidF1, and of LSEP against cross-entropy.
 */
export async function losses(): Promise<Comparison[]> {
  await useEngine("wasm");
  const small = onBatchOf(200);
  const comparisons = [
    await compare(`sigmoidF1, value and gradient, ${EXAMPLES} × 200, wasm`, "≤ 0.5", {
      "closed-form gradient": small.step(sigmoidF1()),
      "op by op": small.step(opByOp),
    }),
  ];
  small.dispose();
  const large = onBatchOf(1000);
  const against = (target: string, candidates: Readonly<Record<string, MultilabelLoss>>) => {
    const [label] = Object.keys(candidates);
    const steps = Object.entries(candidates).map(([name, loss]) => [name, large.step(loss)]);
    return compare(
      `${label}, value and gradient, ${EXAMPLES} × 1,000, wasm`,
      target,
      Object.fromEntries(steps),
    );
  };
  for (const [label, loss] of Object.entries(surrogates))
    comparisons.push(await against("≤ 1.5", { [label]: loss, sigmoidF1: sigmoidF1() }));
  comparisons.push(
    await against("≤ 3", { lsep: lsep(), binaryCrossEntropy: binaryCrossEntropy() }),
  );
  large.dispose();
  return comparisons;
}
