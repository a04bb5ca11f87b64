import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finite, tensorOf } from "../testing/arbitraries.js";
import { describeKernels } from "../testing/describeKernels.js";
import { type Call, itMatchesCpu } from "../testing/itMatchesCpu.js";
import { runCompiled } from "../testing/runCompiled.js";
import { type WindowSettings, windows } from "../testing/windows.js";
import { withGradient } from "../testing/withGradient.js";
import { convolutionLowerings } from "./convolution.js";

type Convolve = (window: WindowSettings) => (x: tf.Tensor, filter: tf.Tensor) => tf.Tensor;

const convolve: Convolve =
  ({ strides, pad, dilations, rounding }) =>
  (x, filter) =>
    tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad, "NHWC", dilations, rounding);

interface CallOptions {
  readonly format?: "NHWC" | "NCHW";
  readonly maxChannels?: number;
}

/** Calls on random images and filters. */
const calls = (
  settings: fc.Arbitrary<WindowSettings>,
  run: (window: WindowSettings) => Call["run"],
  { format = "NHWC", maxChannels = 3 }: CallOptions = {},
): fc.Arbitrary<Call> =>
  fc
    .record({
      window: settings,
      batch: fc.integer({ min: 1, max: 3 }),
      inChannels: fc.integer({ min: 1, max: maxChannels }),
      outChannels: fc.integer({ min: 1, max: maxChannels }),
    })
    .chain(({ window, batch, inChannels, outChannels }) => {
      const images =
        format === "NHWC"
          ? [batch, ...window.image, inChannels]
          : [batch, inChannels, ...window.image];
      return fc
        .tuple(
          tensorOf(images, finite),
          tensorOf([...window.size, inChannels, outChannels], finite),
        )
        .map((inputs) => ({ run: run(window), inputs, label: window }));
    });

/** Windows of one pixel, most of them at every pixel. */
const pointwise = fc.tuple(windows(), fc.constantFrom(1, 1, 2)).map(
  ([{ rounding: _, ...window }, stride]): WindowSettings => ({
    ...window,
    size: [1, 1],
    strides: [stride, stride],
    pad: "valid",
  }),
);
const close = { relative: 1e-4, absolute: 1e-4, numRuns: 30 };
const byInput = (window: WindowSettings) => withGradient(convolve(window), [0]);
const byFilter = (window: WindowSettings) => withGradient(convolve(window), [1]);

/** tf.conv2dTranspose to images of the window's size, of gradients as the convolution of such images gives. */
const transposed: fc.Arbitrary<Call> = fc
  .record({
    window: windows(),
    batch: fc.integer({ min: 1, max: 2 }),
    inChannels: fc.integer({ min: 1, max: 3 }),
    outChannels: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ window, batch, inChannels, outChannels }) => {
    const { strides, pad, rounding, image, size } = window;
    const images: [number, number, number, number] = [batch, ...image, inChannels];
    const filters: [number, number, number, number] = [...size, inChannels, outChannels];
    const { outShape } = tf.backend_util.computeConv2DInfo(
      images,
      filters,
      strides,
      1,
      pad,
      rounding,
    );
    const run = (dy: tf.Tensor, filter: tf.Tensor) =>
      tf.conv2dTranspose(dy as tf.Tensor4D, filter as tf.Tensor4D, images, strides, pad, rounding);
    return fc
      .tuple(tensorOf(outShape, finite), tensorOf(filters, finite))
      .map((inputs) => ({ run: withGradient(run), inputs, label: window }));
  });

describeKernels(convolutionLowerings, {
  Conv2D: {
    "of any window": [calls(windows(3), convolve), close],
    "of single pixels": [calls(pointwise, convolve), close],
  },
  Conv2DBackpropInput: {
    "of any window": [calls(windows(), byInput), close],
    "of single pixels": [calls(pointwise, byInput), close],
    "as tf.conv2dTranspose, with its gradients": [transposed, close],
  },
  Conv2DBackpropFilter: {
    "of any window": [calls(windows(), byFilter), close],
    "of single pixels": [calls(pointwise, byFilter, { maxChannels: 12 }), close],
  },
});

describe("tf.conv2d on images with channels first", () => {
  const square = windows(2).filter(({ pad }) => typeof pad !== "object");
  const run: Convolve =
    ({ strides, pad, dilations, rounding }) =>
    (x, filter) =>
      tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad, "NCHW", dilations, rounding);
  itMatchesCpu("matches", calls(square, run, { format: "NCHW" }), { ...close, kernel: "Conv2D" });
  const undilated = windows().filter(({ pad }) => typeof pad !== "object");
  itMatchesCpu(
    "matches with its gradients",
    calls(undilated, (window) => withGradient(run(window)), { format: "NCHW" }),
    { ...close, kernel: "Conv2DBackpropFilter" },
  );
});

describe("tf.conv1d", () => {
  const series: fc.Arbitrary<Call> = fc
    .record({
      size: fc.integer({ min: 1, max: 3 }),
      stride: fc.integer({ min: 1, max: 3 }),
      more: fc.integer({ min: 0, max: 5 }),
      pad: fc.constantFrom("same" as const, "valid" as const),
    })
    .chain(({ size, stride, more, pad }) =>
      fc
        .tuple(tensorOf([2, size + more, 3], finite), tensorOf([size, 3, 2], finite))
        .map((inputs) => {
          const run = (x: tf.Tensor, filter: tf.Tensor) =>
            tf.conv1d(x as tf.Tensor3D, filter as tf.Tensor3D, stride, pad);
          return { run: withGradient(run), inputs, label: { stride, pad } };
        }),
    );
  itMatchesCpu("matches with its gradients", series, close);
});

describe("Conv2D refuses", () => {
  it("a window that is larger than the image", async () => {
    const call = runCompiled(
      (x, filter) => tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 2, "valid"),
      [
        { shape: [1, 2, 2, 1], dtype: "float32", values: [1, 2, 3, 4] },
        { shape: [3, 3, 1, 1], dtype: "float32", values: Array(9).fill(1) },
      ],
    );
    await expect(call).rejects.toThrow(/Conv2D.*larger than the image/);
  });
});
