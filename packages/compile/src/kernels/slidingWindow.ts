import type { backend_util } from "@tensorflow/tfjs-core";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";

/** Vertical and horizontal. */
export type Pair = readonly [number, number];

/** A window that slides over the height and width of an image. */
export interface SlidingWindow {
  readonly size: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  /** Length of the image. */
  readonly input: Pair;
  /** Number of positions of the window. */
  readonly output: Pair;
  /** Padding before the image. */
  readonly before: Pair;
  /** Padding after the image, as far as the last position reaches. */
  readonly after: Pair;
  /** Entries at the end of the image that no position reaches; fewer than the stride. */
  readonly leftover: Pair;
}

/** The window of a tfjs convolution or pooling. */
export function slidingWindow(kernel: string, info: backend_util.Conv2DInfo): SlidingWindow {
  const { padInfo } = info;
  const size: Pair = [info.filterHeight, info.filterWidth];
  const strides: Pair = [info.strideHeight, info.strideWidth];
  const dilations: Pair = [info.dilationHeight, info.dilationWidth];
  const input: Pair = [info.inHeight, info.inWidth];
  const output: Pair = [info.outHeight, info.outWidth];
  const before: Pair = [padInfo.top, padInfo.left];
  if (output[0] < 1 || output[1] < 1) {
    throw new UnsupportedKernelError(kernel, "its window is larger than the image");
  }
  // tfjs's own rounding rules decide on the positions; the padding follows from them.
  const beyond = ([0, 1] as const).map(
    (i) => (output[i] - 1) * strides[i] + (size[i] - 1) * dilations[i] + 1 - before[i] - input[i],
  ) as [number, number];
  const leftover: Pair = [Math.max(0, -beyond[0]), Math.max(0, -beyond[1])];
  if (leftover[0] >= strides[0] || leftover[1] >= strides[1]) {
    throw new UnsupportedKernelError(
      kernel,
      "its numeric padding and its window, which is not square, leave part of the image out",
    );
  }
  const after: Pair = [Math.max(0, beyond[0]), Math.max(0, beyond[1])];
  return { size, strides, dilations, input, output, before, after, leftover };
}

/** ONNX's `pads`. */
export const padsOf = ({ before, after }: SlidingWindow): number[] => [...before, ...after];
