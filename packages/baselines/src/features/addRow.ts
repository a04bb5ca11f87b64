import type { CompressedRows } from "./CompressedRows.js";

/** Adds factor × row i to the entries of `into` from `offset` on, one per column. */
export function addRow(
  { starts, columns, values }: CompressedRows,
  row: number,
  factor: number,
  into: Float64Array,
  offset = 0,
): void {
  // Positions and columns are in range.
  for (let k = starts[row]!; k < starts[row + 1]!; k++) {
    into[offset + columns[k]!]! += factor * values[k]!;
  }
}
