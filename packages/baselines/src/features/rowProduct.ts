import type { CompressedRows } from "./CompressedRows.js";

/** Inner product of row i with the entries of `vector` from `offset` on, one per column. */
export function rowProduct(
  { cols, starts, columns, values }: CompressedRows,
  row: number,
  vector: Float64Array,
  offset = 0,
): number {
  let sum = 0;
  // Positions and columns are in range.
  const [start, end] = [starts[row]!, starts[row + 1]!];
  if (end - start === cols) {
    // A whole row: its columns need not be looked up.
    for (let k = start, at = offset; k < end; k++) sum += values[k]! * vector[at++]!;
    return sum;
  }
  for (let k = start; k < end; k++) {
    sum += values[k]! * vector[offset + columns[k]!]!;
  }
  return sum;
}
