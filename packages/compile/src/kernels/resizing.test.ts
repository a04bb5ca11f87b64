import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { finite, int, shapes, tensorOf } from "../testing/arbitraries.js";
import { describeKernels } from "../testing/describeKernels.js";
import type { Call } from "../testing/itMatchesCpu.js";
import { withGradient } from "../testing/withGradient.js";
import { resizingLowerings } from "./resizing.js";

type Resize = (
  images: tf.Tensor4D,
  size: [number, number],
  alignCorners: boolean,
  halfPixelCenters: boolean,
) => tf.Tensor;

const length = fc.integer({ min: 1, max: 7 });

const resizes = (
  fn: Resize,
  around?: typeof withGradient,
  { type = "float32" as "float32" | "int32", maxBatch = 4 } = {},
): fc.Arbitrary<Call> =>
  fc
    .record({
      // tfjs's cpu backend gives gradients of the wrong shape unless images are square, and is caught in a loop where
      // they have one row.
      shape: shapes({ minRank: 4, minLength: around === undefined ? 1 : 2 }).map(
        ([batch, height, width, channels]) => [
          Math.min(batch!, maxBatch),
          height!,
          around === undefined ? width! : height!,
          channels!,
        ], // of rank 4
      ),
      size: fc.tuple(length, length),
      corners: fc.constantFrom([false, false], [true, false], [false, true]),
    })
    .chain(({ shape, size, corners: [alignCorners, halfPixelCenters] }) =>
      tensorOf(shape, type === "int32" ? int() : finite, type).map((x) => {
        const run = (t: tf.Tensor) => fn(t as tf.Tensor4D, size, alignCorners!, halfPixelCenters!); // two
        return {
          run: around === undefined ? run : around(run),
          inputs: [x],
          label: { size, alignCorners, halfPixelCenters },
        };
      }),
    );

const { resizeBilinear, resizeNearestNeighbor } = tf.image;

describeKernels(resizingLowerings, {
  ResizeBilinear: {
    "has tfjs's values": resizes(resizeBilinear),
    "takes int32": resizes(resizeBilinear, undefined, { type: "int32" }),
  },
  ResizeBilinearGrad: { "has tfjs's gradient": resizes(resizeBilinear, withGradient) },
  ResizeNearestNeighbor: {
    "has tfjs's values": resizes(resizeNearestNeighbor),
    "takes int32": resizes(resizeNearestNeighbor, undefined, { type: "int32" }),
  },
  // From the second image on tfjs's cpu backend reads the wrong entries of dy.
  ResizeNearestNeighborGrad: {
    "has tfjs's gradient": resizes(resizeNearestNeighbor, withGradient, { maxBatch: 1 }),
  },
});
