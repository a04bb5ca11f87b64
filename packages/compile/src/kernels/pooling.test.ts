import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finite, tensorOf } from "../testing/arbitraries.js";
import { describeKernels } from "../testing/describeKernels.js";
import { type Call, itMatchesCpu } from "../testing/itMatchesCpu.js";
import { runCompiled } from "../testing/runCompiled.js";
import { type WindowSettings, windows } from "../testing/windows.js";
import { withGradient } from "../testing/withGradient.js";
import { poolingLowerings } from "./pooling.js";

const pool =
  (kind: "maxPool" | "avgPool") =>
  ({ size, strides, pad, rounding }: WindowSettings) =>
  (x: tf.Tensor): tf.Tensor =>
    tf[kind](x as tf.Tensor4D, size, strides, pad as "same", rounding); // explicit paddings as well

/** Calls on random images. */
const calls = (
  run: (window: WindowSettings) => Call["run"],
  entries: fc.Arbitrary<number>,
): fc.Arbitrary<Call> =>
  fc
    .record({
      window: windows(),
      batch: fc.integer({ min: 1, max: 3 }),
      channels: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ window, batch, channels }) =>
      tensorOf([batch, ...window.image, channels], entries).map((image) => ({
        run: run(window),
        inputs: [image],
        label: window,
      })),
    );

/** Few numbers, so that many are equal. */
const ties = fc.integer({ min: 0, max: 2 });
const orNaN = fc.oneof(
  { weight: 3, arbitrary: finite },
  { weight: 1, arbitrary: fc.constantFrom(NaN, -Infinity, Infinity) },
);
const exact = { relative: 0, absolute: 0, numRuns: 40 };
const gradient = (kind: "maxPool" | "avgPool") => (window: WindowSettings) =>
  withGradient(pool(kind)(window));

describeKernels(poolingLowerings, {
  MaxPool: { "of any window": [calls(pool("maxPool"), finite), exact] },
  MaxPoolGrad: {
    "of any window": [calls(gradient("maxPool"), finite), { numRuns: 40 }],
    "gives the gradient to the first of equal maxima": [
      calls(gradient("maxPool"), ties),
      { numRuns: 40 },
    ],
  },
  AvgPool: { "of any window": [calls(pool("avgPool"), finite), { numRuns: 40 }] },
  AvgPoolGrad: { "of any window": [calls(gradient("avgPool"), finite), { numRuns: 40 }] },
});

describe("tf.maxPool", () => {
  itMatchesCpu("passes over what is no number", calls(pool("maxPool"), orNaN), exact);
  itMatchesCpu("gives no gradient to what is no number", calls(gradient("maxPool"), orNaN), {
    kernel: "MaxPoolGrad",
  });
});

describe("MaxPool refuses", () => {
  it("int32", async () => {
    const call = runCompiled(
      (x) => tf.maxPool(x as tf.Tensor4D, 2, 2, "same"),
      [{ shape: [1, 2, 2, 1], dtype: "int32", values: [1, 2, 3, 4] }],
    );
    await expect(call).rejects.toThrow(/MaxPool.*int32/);
  });

  it("windows in the padding", async () => {
    const call = runCompiled(
      (x) => tf.maxPool(x as tf.Tensor4D, 1, 2, 1),
      [{ shape: [1, 2, 2, 1], dtype: "float32", values: [1, 2, 3, 4] }],
    );
    await expect(call).rejects.toThrow(/MaxPool.*padding/);
  });
});
