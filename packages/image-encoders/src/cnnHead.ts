import type { Tensor2D, Tensor4D, Variable } from "@tensorflow/tfjs-core";
import type { CnnHeadOptions } from "./CnnHeadOptions.js";
import type { ConvolutionalHead } from "./ConvolutionalHead.js";
import { missingGradients } from "./missingGradients.js";

/** Values of the first layer's maps, at most, that are computed at a time outside training: 16 MiB. */
const MOST_VALUES = 2 ** 22;

/**
 * A small network in the manner of MobileNet (Howard et al. 2017), for images from the encoder `pixels`:
 *
 *     relu(conv 3×3, stride 2) → { relu(depthwise 3×3, stride 2) → relu(conv 1×1) } × blocks → mean of each map → z = x·W + b
 *
 * Every layer has a bias; padding is "same". There is no batch norm: its running means would be a state that is not
 * trained, and at this depth kernels drawn from N(0, 2/inputs of a unit) (He et al. 2015) keep the scale. The last
 * kernel is drawn from N(0, 1/inputs), biases start at 0. Same seed, same weights, on every engine.
 *
 * @throws TypeError on an unknown option
 * @throws RangeError when an option is out of range
 * @throws Error when the backend in use lacks a gradient of convolutions
 */
export async function cnnHead({
  width,
  height,
  outputs,
  filters = [32, 64, 128, 256],
  dropout = 0,
  l2 = 0,
  seed = 0,
  ...unknown
}: CnnHeadOptions): Promise<ConvolutionalHead> {
  const [key] = Object.keys(unknown);
  if (key !== undefined) {
    throw new TypeError(
      `cnnHead has no option ${key}; expected width, height, outputs, filters, dropout, l2 or seed`,
    );
  }
  const maps = filters.map((count, i) => [`filters[${i}]`, count] as const);
  checkCounts([...Object.entries({ width, height, outputs }), ...maps]);
  const [first, ...rest] = filters;
  if (first === undefined) throw new RangeError("filters must have at least one number");
  if (!(dropout >= 0 && dropout < 1))
    throw new RangeError(`dropout must be in [0, 1), got ${dropout}`);
  if (!(l2 >= 0)) throw new RangeError(`l2 must be 0 or more, got ${l2}`);

  const tf = await import("@tensorflow/tfjs-core");
  const missing = await missingGradients();
  if (missing.length > 0) {
    throw new Error(
      `the backend "${tf.getBackend()}" cannot train a convolutional network: it lacks ${missing.join(", ")}; take an ` +
        "engine by useEngine of @sigf1/engine, which supplies them for wasm",
    );
  }
  const variables: Variable[] = [];
  const layer = (shape: number[], inputs: number, gain: number) => {
    const deviation = Math.sqrt(gain / inputs);
    const kernel = tf.tidy(() =>
      // A seed of its own for each layer, and 0 would be none.
      tf.variable(
        tf.randomNormal(shape, 0, deviation, "float32", 1 + seed + 7919 * variables.length),
      ),
    );
    const units = shape.length === 4 && shape[3] === 1 ? shape[2]! : shape.at(-1)!; // 4 or 2 sizes
    const bias = tf.tidy(() => tf.variable(tf.zeros([units])));
    variables.push(kernel, bias);
    return { kernel, bias };
  };
  const stem = layer([3, 3, 3, first], 27, 2);
  const blocks = rest.map((maps, i) => {
    const channels = filters[i]!; // of the layer before
    return {
      depthwise: layer([3, 3, channels, 1], 9, 2),
      pointwise: layer([1, 1, channels, maps], channels, 2),
    };
  });
  const hiddenWidth = rest.at(-1) ?? first;
  const last = layer([hiddenWidth, outputs], hiddenWidth, 1);

  const activate = (x: Tensor4D, bias: Variable) => tf.relu(tf.add<Tensor4D>(x, bias));
  const hidden = (features: Tensor2D): Tensor2D =>
    tf.tidy(() => {
      const images = tf.reshape(features, [-1, height, width, 3]) as Tensor4D;
      let x = activate(tf.conv2d(images, stem.kernel as never, 2, "same"), stem.bias);
      for (const { depthwise, pointwise } of blocks) {
        x = activate(tf.depthwiseConv2d(x, depthwise.kernel as never, 2, "same"), depthwise.bias);
        x = activate(tf.conv2d(x, pointwise.kernel as never, 1, "same"), pointwise.bias);
      }
      return tf.mean(x, [1, 2]) as Tensor2D;
    });
  return {
    inputs: height * width * 3,
    outputs,
    // Its maps have half the width and height of the images.
    batchRows: Math.max(1, Math.floor((4 * MOST_VALUES) / (height * width * first))),
    variables,
    penalties: variables.map((_, i) => (i % 2 === 0 ? l2 : 0)),
    dropouts: dropout > 0 ? [{ columns: hiddenWidth, rate: dropout }] : [],
    hiddenWidth,
    hidden,
    forward: (features, masks) =>
      tf.tidy(() => {
        const [mask] = masks ?? [];
        const pooled = hidden(features);
        const x = mask === undefined ? pooled : tf.mul<Tensor2D>(pooled, mask);
        return tf.add<Tensor2D>(tf.matMul(x, last.kernel as never), last.bias);
      }),
    readWeights: () => Promise.all(variables.map((v) => v.data<"float32">())),
    writeWeights(weights) {
      const sizes = variables.map((v) => v.size).join(", ");
      const got = weights.map((w) => w.length).join(", ");
      if (sizes !== got) throw new RangeError(`expected weights of sizes [${sizes}], got [${got}]`);
      tf.tidy(() => {
        for (const [i, v] of variables.entries()) v.assign(tf.tensor(weights[i]!, v.shape)); // as many
      });
    },
    dispose: () => tf.dispose(variables),
  };
}

function checkCounts(counts: readonly (readonly [name: string, count: number])[]): void {
  for (const [name, count] of counts) {
    if (Number.isInteger(count) && count > 0) continue;
    throw new RangeError(`${name} must be a positive integer, got ${count}`);
  }
}
