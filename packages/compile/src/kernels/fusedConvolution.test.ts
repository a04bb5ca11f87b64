import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finite, tensorOf } from "../testing/arbitraries.js";
import { describeKernels } from "../testing/describeKernels.js";
import { type Call, itMatchesCpu } from "../testing/itMatchesCpu.js";
import { runCompiled } from "../testing/runCompiled.js";
import { withGradient } from "../testing/withGradient.js";
import { fusedConvolutionLowerings } from "./fusedConvolution.js";

type OneOutput = Parameters<typeof withGradient>[0];

type Fused = typeof tf.fused.conv2d | typeof tf.fused.depthwiseConv2d;
type Activation = NonNullable<Parameters<Fused>[0]["activation"]>;

const ACTIVATIONS: Activation[] = [
  "linear",
  "relu",
  "relu6",
  "elu",
  "sigmoid",
  "leakyrelu",
  "prelu",
];
const IMAGES = [2, 5, 4, 3];
const OUTPUTS = 6;

/** Calls with random biases and activations; the filters give six output channels. */
const calls = (
  convolve: Fused,
  filter: readonly number[],
  activations: readonly Activation[],
  wrap: (run: OneOutput) => Call["run"] = (run) => run,
): fc.Arbitrary<Call> =>
  fc
    .record({
      activation: fc.constantFrom(...activations),
      bias: fc.constantFrom(undefined, [OUTPUTS], [1], [], [3, 4, OUTPUTS]),
      alpha: fc.constantFrom([OUTPUTS], [3, 4, OUTPUTS], [1]),
    })
    .chain(({ activation, bias, alpha }) =>
      fc
        .tuple(
          tensorOf(IMAGES, finite),
          tensorOf(filter, finite),
          ...(bias === undefined ? [] : [tensorOf(bias, finite)]),
          ...(activation === "prelu" ? [tensorOf(alpha, finite)] : []),
        )
        .map((inputs) => {
          const run = (x: tf.Tensor, weights: tf.Tensor, ...rest: tf.Tensor[]) =>
            convolve({
              x: x as tf.Tensor4D,
              filter: weights as tf.Tensor4D,
              strides: 1,
              pad: filter[0] === 1 ? "same" : "valid",
              activation,
              leakyreluAlpha: 0.3,
              ...(bias === undefined ? {} : { bias: rest[0]! }), // given with a shape
              ...(activation === "prelu" ? { preluActivationWeights: rest.at(-1)! } : {}),
            });
          return { run: wrap(run), inputs, label: { activation, bias } };
        }),
    );

const close = { relative: 1e-4, absolute: 1e-4, numRuns: 40 };
const linear: Activation[] = ["linear"];
const FILTER = [3, 1, 3, OUTPUTS];
const DEPTHWISE = [3, 1, 3, 2];

describeKernels(fusedConvolutionLowerings, {
  FusedConv2D: {
    "with any bias and activation": [calls(tf.fused.conv2d, FILTER, ACTIVATIONS), close],
    "with its gradients": [calls(tf.fused.conv2d, FILTER, linear, withGradient), close],
  },
  FusedDepthwiseConv2D: {
    "with any bias and activation": [
      calls(tf.fused.depthwiseConv2d, DEPTHWISE, ACTIVATIONS),
      close,
    ],
    "with its gradients": [calls(tf.fused.depthwiseConv2d, DEPTHWISE, linear, withGradient), close],
  },
});

describe("tf.fused.conv2d", () => {
  const ofPixels = calls(tf.fused.conv2d, [1, 1, 3, OUTPUTS], ["relu", "linear"]).filter(
    ({ inputs }) => inputs[2]?.shape.length !== 3,
  );
  itMatchesCpu("matches for filters of one pixel", ofPixels, close);
});

describe("FusedConv2D refuses", () => {
  it("images with their channels first", async () => {
    const call = runCompiled(
      (x, filter) =>
        tf.fused.conv2d({
          x: x as tf.Tensor4D,
          filter: filter as tf.Tensor4D,
          strides: 1,
          pad: "same",
          dataFormat: "NCHW",
        }),
      [
        { shape: [1, 1, 2, 2], dtype: "float32", values: [1, 2, 3, 4] },
        { shape: [1, 1, 1, 1], dtype: "float32", values: [2] },
      ],
    );
    await expect(call).rejects.toThrow(/FusedConv2D.*channels last/);
  });
});
