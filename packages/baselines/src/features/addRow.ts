import type { CompressedRows } from "./CompressedRows.js";

/** Adds factor × row i to the entries of `into` from `offset` on, one per column. */
export function addRow(
  { cols, starts, columns, values }: CompressedRows,
  row: number,
  factor: number,
  into: Float64Array,
  offset = 0,
): void {
  // Positions and columns are in range.
  const [start, end] = [starts[row]!, starts[row + 1]!];
  if (end - start === cols) {
    // A whole row: its columns need not be looked up.
    for (let k = start, at = offset; k < end; k++) into[at++]! += factor * values[k]!;
    return;
  }
  for (let k = start; k < end; k++) {
    into[offset + columns[k]!]! += factor * values[k]!;
  }
}
