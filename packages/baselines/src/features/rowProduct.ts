import type { CompressedRows } from "./CompressedRows.js";

/** Inner product of row i with the entries of `vector` from `offset` on, one per column. */
export function rowProduct(
  { starts, columns, values }: CompressedRows,
  row: number,
  vector: Float64Array,
  offset = 0,
): number {
  let sum = 0;
  // Positions and columns are in range.
  for (let k = starts[row]!; k < starts[row + 1]!; k++) {
    sum += values[k]! * vector[offset + columns[k]!]!;
  }
  return sum;
}
