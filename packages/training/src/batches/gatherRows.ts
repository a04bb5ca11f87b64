import type { Matrix, ScoreMatrix } from "@sigf1/metrics";

/**
 * Copies rows of a matrix as float32.
 * @param buffer room for the rows, reused from batch to batch: a new one costs more than the copy
 */
export function gatherRows(
  { cols, data }: Matrix,
  rows: Uint32Array,
  buffer: Float32Array,
): ScoreMatrix {
  const values = buffer.subarray(0, rows.length * cols);
  rows.forEach((row, i) => {
    values.set(data.subarray(row * cols, (row + 1) * cols), i * cols);
  });
  return { rows: rows.length, cols, data: values };
}
