import type { Matrix } from "../Matrix.js";

/** Column j as a matrix of one column. */
export function column<Data extends Float32Array | Uint8Array>(
  { rows, cols, data }: Matrix<Data>,
  j: number,
): Matrix<Data> {
  // A slice has the length and the type; row i of the column is entry i · cols + j < rows · cols.
  const entries = data.slice(0, rows) as Data;
  for (let i = 0; i < rows; i++) entries[i] = data[i * cols + j]!;
  return { rows, cols: 1, data: entries };
}
