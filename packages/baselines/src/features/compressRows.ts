import type { Matrix } from "@sigf1/metrics";
import type { CompressedRows } from "./CompressedRows.js";

/** Leaves out the zeros of a matrix, so that a pass over tf-idf features takes the time of the terms that there are. */
export function compressRows({ rows, cols, data }: Matrix): CompressedRows {
  let entries = 0;
  for (let k = 0; k < data.length; k++) if (data[k] !== 0) entries++;
  const starts = new Uint32Array(rows + 1);
  const columns = new Uint32Array(entries);
  const values = new Float32Array(entries);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const value = data[row * cols + col]!; // row and column are in range
      if (value === 0) continue;
      columns[next] = col;
      values[next++] = value;
    }
    starts[row + 1] = next;
  }
  return { rows, cols, starts, columns, values };
}
