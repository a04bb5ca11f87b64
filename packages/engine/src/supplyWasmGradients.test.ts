import "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { repairWasmMatMul } from "./repairWasmMatMul.js";
import { supplyWasmGradients } from "./supplyWasmGradients.js";

beforeAll(() => {
  repairWasmMatMul();
  supplyWasmGradients();
});

/** Numbers in [-1, 1] that differ from place to place. */
const filled = (shape: readonly number[], salt: number) =>
  tf.tensor4d(
    Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, (_, i) =>
      Math.sin(i * 1.7 + salt),
    ),
    shape as [number, number, number, number],
  );

const windows = fc
  .record({
    images: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 5, max: 9 }),
    width: fc.integer({ min: 5, max: 9 }),
    channels: fc.integer({ min: 1, max: 4 }),
    outputs: fc.integer({ min: 1, max: 4 }),
    filter: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    pad: fc.oneof(
      fc.constantFrom("same" as const, "valid" as const),
      fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 2 }))).map(
        ([a, b, c, d]) =>
          [
            [0, 0],
            [a, b],
            [c, d],
            [0, 0],
          ] as tf.backend_util.ExplicitPadding,
      ),
    ),
  })
  .map((window) => ({
    ...window,
    shape: [window.images, window.height, window.width, window.channels],
  }));

type Convolve = (x: tf.Tensor4D, w: tf.Tensor4D) => tf.Tensor;

/** The gradients of a weighted sum of the convolution by image and filter, on one backend. */
async function gradients(
  backend: string,
  convolve: Convolve,
  shapes: readonly (readonly number[])[],
): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const tensors = tf.memory().numTensors;
  const found = tf.tidy(() => {
    const inputs = shapes.map(filled);
    const weighted = (x: tf.Tensor4D, w: tf.Tensor4D) => {
      const y = convolve(x, w);
      return tf.sum(tf.mul(y, filled(y.shape, 9)));
    };
    return tf
      .grads(weighted as never)(inputs)
      .map((g) => g.dataSync<"float32">());
  });
  expect(tf.memory().numTensors).toBe(tensors);
  return found;
}

/** Equal but for the rounding of float32 sums, which are added in another order: relative to the largest of them. */
async function expectSame(convolve: Convolve, shapes: readonly (readonly number[])[]) {
  const [wasm, cpu] = [
    await gradients("wasm", convolve, shapes),
    await gradients("cpu", convolve, shapes),
  ];
  for (const [i, values] of cpu.entries()) {
    expect(wasm[i]?.length).toBe(values.length);
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    const far = values.map((value, j) => Math.abs((wasm[i]?.[j] ?? Number.NaN) - value) / largest);
    expect(Math.max(...far)).toBeLessThan(1e-5);
  }
}

test("the gradients of conv2d on wasm are those on cpu, whatever strides and padding", async () => {
  await fc.assert(
    fc.asyncProperty(windows, ({ shape, channels, outputs, filter, strides, pad }) =>
      expectSame((x, w) => tf.conv2d(x, w, strides, pad), [shape, [...filter, channels, outputs]]),
    ),
    { numRuns: 60 },
  );
});

test("the gradients of depthwiseConv2d on wasm are those on cpu, whatever strides, padding and channel multiplier", async () => {
  await fc.assert(
    fc.asyncProperty(windows, ({ shape, channels, outputs, filter, strides, pad }) =>
      expectSame(
        (x, w) => tf.depthwiseConv2d(x, w, strides, pad),
        [shape, [...filter, channels, outputs]],
      ),
    ),
    { numRuns: 60 },
  );
});

test("with dilation, the gradients of depthwiseConv2d are its adjoints: ⟨conv(x, w), dy⟩ = ⟨w, dW⟩ = ⟨x, dx⟩", async () => {
  await tf.setBackend("wasm");
  const [dilation, pad] = [2, "same"] as const;
  tf.tidy(() => {
    const [x, w] = [filled([2, 7, 8, 3], 0), filled([3, 3, 3, 2], 1)];
    const y = tf.depthwiseConv2d(x, w, 1, pad, "NHWC", dilation);
    const dy = filled(y.shape, 2);
    const attributes = { strides: 1, dilations: dilation, pad };
    const run = (kernel: string, inputs: tf.NamedTensorMap, attrs: object) =>
      tf
        .engine()
        .runKernel(kernel, inputs, { ...attributes, ...attrs } as tf.NamedAttrMap) as tf.Tensor;
    const inner = (a: tf.Tensor, b: tf.Tensor) => tf.sum(tf.mul(a, b)).dataSync()[0] ?? Number.NaN;
    const dw = run(tf.DepthwiseConv2dNativeBackpropFilter, { x, dy }, { filterShape: w.shape });
    const dx = run(
      tf.DepthwiseConv2dNativeBackpropInput,
      { dy, filter: w },
      { inputShape: x.shape },
    );
    const expected = inner(y, dy);
    expect(inner(w, dw)).toBeCloseTo(expected, 3);
    expect(inner(x, dx)).toBeCloseTo(expected, 3);
  });
});

test("the filter's gradient is the sum of those of the images, when they are too many to be laid out at once too", async () => {
  await tf.setBackend("wasm");
  tf.tidy(() => {
    const shape = [100, 100, 16] as const; // 4 million entries for each image with 25 taps
    const images = [0, 1, 2].map((salt) => filled([1, ...shape], salt));
    const gradient = (x: tf.Tensor4D) =>
      tf.grad((w) => tf.sum(tf.square(tf.conv2d(x, w as tf.Tensor4D, 1, "same"))))(
        filled([5, 5, 16, 1], 3),
      );
    const together = gradient(tf.concat(images)).dataSync();
    const apart = tf.addN(images.map(gradient)).dataSync();
    for (const [i, value] of apart.entries()) {
      expect(Math.abs((together[i] ?? Number.NaN) - value)).toBeLessThan(
        1e-4 * Math.abs(value) + 1,
      );
    }
  });
});

test("an image without a pixel under the filter's last taps is no reason to read past it", async () => {
  await expectSame(
    (x, w) => tf.depthwiseConv2d(x, w, 2, "same"),
    [
      [1, 1, 1, 2],
      [3, 3, 2, 1],
    ],
  );
});

test("supplying the gradients twice changes nothing", () => {
  const kernel = tf.getKernel(tf.Conv2DBackpropFilter, "wasm");
  supplyWasmGradients();
  expect(tf.getKernel(tf.Conv2DBackpropFilter, "wasm")).toBe(kernel);
});
