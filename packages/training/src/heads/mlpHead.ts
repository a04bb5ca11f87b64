import * as tf from "@tensorflow/tfjs-core";
import { mersenne } from "pure-rand/generator/mersenne";
import { glorotUniform } from "./glorotUniform.js";
import type { Dropout, Head } from "./Head.js";

export interface MlpHeadOptions {
  /** Width of the features. */
  readonly inputs: number;
  /** Number of classes. */
  readonly outputs: number;
  /** Width of a first layer without activation, an embedding of each feature: x·E + b; default none. */
  readonly embedding?: number;
  /** Widths of the hidden layers; default none, which makes the head linear. */
  readonly hidden?: readonly number[];
  /** Dropout rate of the output of every hidden layer, and of the embedding, in [0, 1); default 0. */
  readonly dropout?: number;
  /** Dropout rate of the features, in [0, 1); default 0. */
  readonly inputDropout?: number;
  /** λ of the penalty λ·Σw² over all kernels, biases excepted, which training adds to the loss; default 0. */
  readonly l2?: number;
  /** Seed of the initial weights; default 0. */
  readonly seed?: number;
}

/**
 * A multilayer perceptron: z = (… relu(relu(x·W₁ + b₁)·W₂ + b₂) …)·Wₙ + bₙ. Kernels start Glorot-uniform
 * from the seed, biases at 0. With `embedding`, x·E + b stands for x: where x counts words, their embeddings are summed
 * up, and trained with the rest. Its variables live on the backend in use; `dispose` frees them.
 * @throws RangeError when a width is no positive integer, a rate is outside [0, 1) or `l2` is negative
 */
export function mlpHead({
  inputs,
  outputs,
  embedding,
  hidden = [],
  dropout = 0,
  inputDropout = 0,
  l2 = 0,
  seed = 0,
}: MlpHeadOptions): Head {
  const inner = embedding === undefined ? hidden : [embedding, ...hidden];
  const widths = [inputs, ...inner, outputs];
  checkWidths(widths);
  checkRate("dropout", dropout);
  checkRate("inputDropout", inputDropout);
  if (!(l2 >= 0)) throw new RangeError(`l2 must be 0 or more, got ${l2}`);

  const generator = mersenne(seed);
  const layers = inner.concat(outputs).map((units, i) => {
    const fanIn = widths[i]!; // one width more than layers
    const kernel = glorotUniform(fanIn, units, generator);
    return {
      kernel: tf.tidy(() => tf.variable(tf.tensor2d(kernel, [fanIn, units]))),
      bias: tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R1>([units]))),
      dropout: { columns: fanIn, rate: i === 0 ? inputDropout : dropout },
    };
  });
  const variables: tf.Variable[] = layers.flatMap(({ kernel, bias }) => [kernel, bias]);
  const masked = layers.filter((layer) => layer.dropout.rate > 0);

  const activate = (x: tf.Tensor2D, layer: (typeof layers)[number]) => {
    const sums = tf.add<tf.Tensor2D>(tf.matMul<tf.Tensor2D>(x, layer.kernel), layer.bias);
    const linear = layer === layers.at(-1) || (embedding !== undefined && layer === layers[0]);
    return linear ? sums : tf.relu(sums);
  };

  return {
    inputs,
    outputs,
    variables,
    penalties: layers.flatMap(() => [l2, 0]),
    dropouts: masked.map((layer): Dropout => layer.dropout),
    forward(features, masks) {
      if (masks !== undefined && masks.length !== masked.length) {
        throw new RangeError(`expected ${masked.length} dropout masks, got ${masks.length}`);
      }
      return tf.tidy(() =>
        layers.reduce((x, layer) => {
          const mask = masks?.[masked.indexOf(layer)];
          return activate(mask === undefined ? x : tf.mul(x, mask), layer);
        }, features),
      );
    },
    hiddenWidth: inner.at(-1) ?? inputs,
    hidden: (features) => tf.tidy(() => layers.slice(0, -1).reduce(activate, features)),
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

function checkWidths(widths: readonly number[]): void {
  for (const width of widths) {
    if (!Number.isInteger(width) || width < 1) {
      throw new RangeError(
        `inputs, embedding, hidden and outputs must be positive integers, got ${widths.join(" → ")}`,
      );
    }
  }
}

function checkRate(name: string, rate: number): void {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`${name} must be in [0, 1), got ${rate}`);
}
