import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finite, tensorOf, within } from "../testing/arbitraries.js";
import { describeKernels } from "../testing/describeKernels.js";
import { type Call, itMatchesCpu } from "../testing/itMatchesCpu.js";
import { runCompiled } from "../testing/runCompiled.js";
import { withGradient } from "../testing/withGradient.js";
import { normalizationLowerings } from "./normalization.js";

type OneOutput = Parameters<typeof withGradient>[0];

const positive = within(0.1, 4);

/** tf.batchNorm of images, its parameters per channel or per pixel; its gradient takes them all. */
const batchNorms = (
  optional: fc.Arbitrary<boolean>,
  wrap: (run: OneOutput) => Call["run"] = (run) => run,
): fc.Arbitrary<Call> =>
  fc
    .record({
      shape: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
      isPerChannel: fc.boolean(),
      hasScale: optional,
      hasOffset: optional,
      epsilon: fc.constantFrom(undefined, 0.01),
    })
    .chain(({ shape, isPerChannel, hasScale, hasOffset, epsilon }) => {
      const parameter = isPerChannel ? shape.slice(-1) : shape;
      return fc
        .tuple(
          tensorOf(shape, finite),
          tensorOf(parameter, finite),
          tensorOf(parameter, positive),
          ...(hasOffset ? [tensorOf(parameter, finite)] : []),
          ...(hasScale ? [tensorOf(parameter, finite)] : []),
        )
        .map((inputs) => {
          const run = (x: tf.Tensor, mean: tf.Tensor, variance: tf.Tensor, ...rest: tf.Tensor[]) =>
            tf.batchNorm(
              x,
              mean as tf.Tensor1D,
              variance as tf.Tensor1D,
              hasOffset ? (rest[0] as tf.Tensor1D) : undefined,
              hasScale ? (rest.at(-1) as tf.Tensor1D) : undefined,
              epsilon,
            );
          return { run: wrap(run), inputs, label: { shape, isPerChannel } };
        });
    });

/** tf.localResponseNormalization of images. */
const localNorms = (wrap: (run: OneOutput) => Call["run"] = (run) => run): fc.Arbitrary<Call> =>
  fc
    .record({
      channels: fc.integer({ min: 1, max: 6 }),
      radius: fc.integer({ min: 0, max: 5 }),
      bias: fc.constantFrom(1, 2),
      alpha: fc.constantFrom(1, 0.1),
      beta: fc.constantFrom(0.5, 0.75),
    })
    .chain(({ channels, radius, bias, alpha, beta }) =>
      tensorOf([2, 2, 3, channels], finite).map((image) => {
        const run = (x: tf.Tensor) =>
          tf.localResponseNormalization(x as tf.Tensor4D, radius, bias, alpha, beta);
        return { run: wrap(run), inputs: [image], label: { radius, beta } };
      }),
    );

const close = { relative: 1e-4, absolute: 1e-4, numRuns: 30 };

describeKernels(normalizationLowerings, {
  FusedBatchNorm: {
    "with any of its parameters": [batchNorms(fc.boolean()), close],
    "with its gradients": [batchNorms(fc.constant(true), withGradient), close],
  },
  LRN: { "of any radius": [localNorms(), close] },
  LRNGrad: { "of any radius": [localNorms(withGradient), close] },
});

describe("tf.batchNorm with tf.moments", () => {
  const training: fc.Arbitrary<Call> = fc
    .tuple(tensorOf([3, 4, 5, 2], finite), tensorOf([2], finite), tensorOf([2], finite))
    .map((inputs) => {
      const run = (x: tf.Tensor, offset: tf.Tensor, scale: tf.Tensor) => {
        const { mean, variance } = tf.moments(x, [0, 1, 2]);
        return tf.batchNorm(
          x,
          mean as tf.Tensor1D,
          variance as tf.Tensor1D,
          offset as tf.Tensor1D,
          scale as tf.Tensor1D,
        );
      };
      return { run: withGradient(run), inputs };
    });
  itMatchesCpu("matches with its gradients", training, { relative: 1e-3, absolute: 1e-4 });
});

describe("FusedBatchNorm refuses", () => {
  it("parameters that fit no last axes", async () => {
    const call = runCompiled(
      (x, p) => tf.batchNorm4d(x as tf.Tensor4D, p as tf.Tensor4D, p as tf.Tensor4D),
      [
        { shape: [1, 2, 3, 4], dtype: "float32", values: Array(24).fill(1) },
        { shape: [1, 2, 1, 1], dtype: "float32", values: [1, 2] },
      ],
    );
    await expect(call).rejects.toThrow(/FusedBatchNorm.*\[1,2,1,1\]/);
  });
});
