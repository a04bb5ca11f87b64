import type { Matrix } from "@sigf1/metrics";
import { type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";

/**
 * Copies rows of a matrix to the device as float32. On the host, because `tf.gather` on wasm takes many
 * times as long, and the whole matrix need not fit on the device.
 * @param buffer room for the rows, reused from batch to batch: a new one costs more than the copy
 */
export function gatherRows(
  { cols, data }: Matrix,
  rows: Uint32Array,
  buffer: Float32Array,
): Tensor2D {
  const values = buffer.subarray(0, rows.length * cols);
  rows.forEach((row, i) => {
    values.set(data.subarray(row * cols, (row + 1) * cols), i * cols);
  });
  return tensor2d(values, [rows.length, cols]);
}
