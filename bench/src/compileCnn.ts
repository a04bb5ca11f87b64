import { compile } from "@sigf1/compile";
import { useEngine } from "@sigf1/engine";
import { sigmoidF1 } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import type { Comparison } from "./compare.js";
import { median } from "./median.js";
import { summary } from "./summary.js";
import { timePeer } from "./timePeer.js";
import { timeRuns } from "./timeRuns.js";

const [BATCH, SIZE, CLASSES] = [32, 64, 20];
/** Each side is timed in turn, so many times, for so long. */
const [ROUNDS, SECONDS] = [5, 1];
const THREADS = 2;

/**
 * Times a training step of a small CNN (sigmoidF1, SGD), compiled and in eager PyTorch (`bench/peers/cnn_step.py` says
 * which network; where PyTorch is missing, there is no comparison).
 */
export async function compileCnn(): Promise<Comparison[]> {
  await useEngine("wasm");
  const images = tf.randomNormal([BATCH, SIZE, SIZE, 3], 0, 1, "float32", 1);
  const labels = tf.tensor2d(
    Float32Array.from({ length: BATCH * CLASSES }, (_, i) => (i % 5 === 0 ? 1 : 0)),
    [BATCH, CLASSES],
  );
  const step = await compile(trainingStep(), { examples: [images, labels], threads: THREADS });
  const [x, y] = [await images.data<"float32">(), await labels.data<"float32">()];
  const [ours, peers]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(median(await timeRuns(() => step(x, y), SECONDS)));
    peers.push(median(timePeer("cnn_step.py", [BATCH, SIZE, CLASSES, SECONDS, THREADS])));
  }
  await step.dispose();
  tf.dispose([images, labels]);
  if (peers.some(Number.isNaN)) return [];
  return [
    {
      title: `Training step of a small CNN, batch ${BATCH}, ${SIZE} × ${SIZE} × 3, ${THREADS} threads`,
      target: "≤ 1.3",
      times: [summary("compiled", ours), summary("PyTorch", peers)],
      ratio: median(ours) / median(peers),
    },
  ];
}

/** A step of gradient descent on images and labels. */
function trainingStep(): (images: tf.Tensor, labels: tf.Tensor) => tf.Scalar {
  const variables: tf.Variable[] = [];
  const keep = <V extends tf.Variable>(variable: V) => {
    variables.push(variable);
    return variable;
  };
  const weights = <R extends tf.Rank>(shape: tf.ShapeMap[R], inputs: number) =>
    keep(
      tf.variable<R>(tf.randomNormal(shape, 0, Math.sqrt(2 / inputs), "float32", variables.length)),
    );
  const normalization = (channels: number) => {
    const scale = keep(tf.variable(tf.ones<tf.Rank.R1>([channels])));
    const offset = keep(tf.variable(tf.zeros<tf.Rank.R1>([channels])));
    return (x: tf.Tensor4D): tf.Tensor4D => {
      const { mean, variance } = tf.moments(x, [0, 1, 2]);
      return tf.relu6(
        tf.batchNorm(x, mean as tf.Tensor1D, variance as tf.Tensor1D, offset, scale, 1e-3),
      ) as tf.Tensor4D;
    };
  };
  const convolution = (channels: number, width: number, size: number, stride: number) => {
    const filter = weights<tf.Rank.R4>([size, size, channels, width], size * size * channels);
    const normalize = normalization(width);
    return (x: tf.Tensor4D) => normalize(tf.conv2d(x, filter, stride, "same"));
  };
  const depthwise = (channels: number) => {
    const filter = weights<tf.Rank.R4>([3, 3, channels, 1], 9);
    const normalize = normalization(channels);
    return (x: tf.Tensor4D) => normalize(tf.depthwiseConv2d(x, filter, 2, "same"));
  };
  const layers = [
    convolution(3, 16, 3, 2),
    depthwise(16),
    convolution(16, 32, 1, 1),
    depthwise(32),
    convolution(32, 64, 1, 1),
  ];
  const dense = weights<tf.Rank.R2>([64, CLASSES], 64);
  const bias = keep(tf.variable(tf.zeros<tf.Rank.R1>([CLASSES])));
  const loss = sigmoidF1();
  return (images, labels) => {
    const { value, grads } = tf.variableGrads(() => {
      const features = layers.reduce((x, layer) => layer(x), images as tf.Tensor4D);
      const pooled = tf.mean(features, [1, 2]) as tf.Tensor2D;
      return loss(labels as tf.Tensor2D, tf.add(tf.matMul(pooled, dense), bias));
    }, variables);
    for (const variable of variables) {
      variable.assign(tf.sub(variable, tf.mul(grads[variable.name]!, 0.1))); // one for each
    }
    return value;
  };
}
