/**
 * Losses over the two parameters of a logistic model z = w·x + b, on 400 examples of which a fifth is positive:
 * `pnpm --filter @sigf1/docs figures`.
 */
import { binaryCrossEntropy, sigmoidF1, softF1 } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs";
import { draw } from "./draw.mjs";

await tf.setBackend("cpu");
const EXAMPLES = 400;
const [SLOPES, BIASES] = [-4, -6].map((from) =>
  Array.from({ length: 33 }, (_, i) => from + (i * -from) / 16),
);

// Two overlapping groups: x ~ N(1, 1) for positives, N(−0.5, 1) for negatives.
const noise = tf.randomNormal([EXAMPLES, 1], 0, 1, "float32", 7);
const labels = tf.tensor2d(
  Float32Array.from({ length: EXAMPLES }, (_, i) => Number(i % 5 === 0)),
  [EXAMPLES, 1],
);
const x = tf.add(noise, tf.sub(tf.mul(labels, 1.5), 0.5));

const hardF1 = (y, z) =>
  tf.tidy(() => {
    const predicted = tf.cast(tf.greaterEqual(z, 0), "float32");
    const hits = tf.sum(tf.mul(predicted, y));
    return tf.sub(1, tf.div(tf.mul(hits, 2), tf.maximum(tf.add(tf.sum(predicted), tf.sum(y)), 1)));
  });

const losses = {
  "1 − F1 of z ≥ 0": hardF1,
  "sigmoidF1, β = 10": sigmoidF1({ beta: 10 }),
  "sigmoidF1, β = 1 (softF1)": softF1(),
  "cross-entropy, capped at 1": (y, z) => tf.minimum(binaryCrossEntropy()(y, z), 1),
};

const panel = ([title, loss]) => ({
  title,
  width: 220,
  height: 220,
  data: {
    values: SLOPES.flatMap((w) =>
      BIASES.map((b) => {
        const value = tf.tidy(() => loss(labels, tf.add(tf.mul(x, w), b)).dataSync()[0]);
        return { w, b, value };
      }),
    ),
  },
  mark: { type: "rect" },
  encoding: {
    x: {
      field: "w",
      type: "ordinal",
      title: "slope w",
      axis: { values: [-4, -2, 0, 2, 4], labelAngle: 0, ticks: false },
    },
    y: {
      field: "b",
      type: "ordinal",
      title: "bias b",
      sort: "descending",
      axis: { values: [-6, -3, 0, 3, 6], ticks: false },
    },
    color: {
      field: "value",
      type: "quantitative",
      title: "loss",
      scale: { scheme: "viridis", reverse: true, domain: [0.4, 1] },
    },
  },
});

await draw("loss-surfaces.svg", "Four losses over the slope and bias of a logistic model", {
  columns: 2,
  concat: Object.entries(losses).map(panel),
  resolve: { scale: { color: "shared" } },
});
