import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finite, tensorOf } from "../testing/arbitraries.js";
import { describeKernels } from "../testing/describeKernels.js";
import { type Call, itMatchesCpu } from "../testing/itMatchesCpu.js";
import { runCompiled } from "../testing/runCompiled.js";
import { type WindowSettings, windows } from "../testing/windows.js";
import { withGradient } from "../testing/withGradient.js";
import { depthwiseConvolutionLowerings } from "./depthwiseConvolution.js";

const convolve =
  ({ strides, pad, dilations, rounding }: WindowSettings) =>
  (x: tf.Tensor, filter: tf.Tensor): tf.Tensor =>
    tf.depthwiseConv2d(
      x as tf.Tensor4D,
      filter as tf.Tensor4D,
      strides,
      pad as "same", // the kernel takes explicit paddings as well
      "NHWC",
      dilations,
      rounding,
    );

/** Calls on random images and filters. */
const calls = (
  settings: fc.Arbitrary<WindowSettings>,
  run: (window: WindowSettings) => Call["run"],
): fc.Arbitrary<Call> =>
  fc
    .record({
      window: settings,
      batch: fc.integer({ min: 1, max: 3 }),
      channels: fc.integer({ min: 1, max: 4 }),
      multiplier: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ window, batch, channels, multiplier }) =>
      fc
        .tuple(
          tensorOf([batch, ...window.image, channels], finite),
          tensorOf([...window.size, channels, multiplier], finite),
        )
        .map((inputs) => ({ run: run(window), inputs, label: window })),
    );

const close = { relative: 1e-4, absolute: 1e-4, numRuns: 30 };
const gradientBy = (position: number) => (window: WindowSettings) =>
  withGradient(convolve(window), [position]);

describeKernels(depthwiseConvolutionLowerings, {
  DepthwiseConv2dNative: { "of any window": [calls(windows(3), convolve), close] },
  DepthwiseConv2dNativeBackpropInput: {
    "of any window": [calls(windows(), gradientBy(0)), close],
  },
  DepthwiseConv2dNativeBackpropFilter: {
    "of any window": [calls(windows(), gradientBy(1)), close],
  },
});

describe("tf.separableConv2d", () => {
  const separable: fc.Arbitrary<Call> = fc
    .record({ stride: fc.integer({ min: 1, max: 2 }), channels: fc.integer({ min: 1, max: 3 }) })
    .chain(({ stride, channels }) =>
      fc
        .tuple(
          tensorOf([2, 7, 6, channels], finite),
          tensorOf([3, 3, channels, 2], finite),
          tensorOf([1, 1, channels * 2, 3], finite),
        )
        .map((inputs) => {
          const run = (x: tf.Tensor, depthwise: tf.Tensor, pointwise: tf.Tensor) =>
            tf.separableConv2d(
              x as tf.Tensor4D,
              depthwise as tf.Tensor4D,
              pointwise as tf.Tensor4D,
              stride,
              "same",
            );
          return { run: withGradient(run), inputs, label: stride };
        }),
    );
  itMatchesCpu("matches with its gradients", separable, {
    ...close,
    relative: 1e-3,
    absolute: 1e-2,
  });
});

describe("DepthwiseConv2dNative refuses", () => {
  it("images with their channels first, which the cpu backend mistakes", async () => {
    const call = runCompiled(
      (x, filter) => tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "same", "NCHW"),
      [
        { shape: [1, 1, 2, 2], dtype: "float32", values: [1, 2, 3, 4] },
        { shape: [1, 1, 1, 1], dtype: "float32", values: [2] },
      ],
    );
    await expect(call).rejects.toThrow(/DepthwiseConv2dNative.*channels last/);
  });
});
