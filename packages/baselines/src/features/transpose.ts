import type { CompressedRows } from "./CompressedRows.js";

/** The columns of a matrix as rows. */
export function transpose({ rows, cols, starts, columns, values }: CompressedRows): CompressedRows {
  // Positions, rows and columns are in range throughout.
  const ends = new Uint32Array(cols + 1);
  for (const col of columns) ends[col + 1]!++;
  for (let col = 0; col < cols; col++) ends[col + 1]! += ends[col]!;
  const next = ends.slice();
  const turned = {
    columns: new Uint32Array(columns.length),
    values: new Float32Array(values.length),
  };
  for (let row = 0; row < rows; row++) {
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const at = next[columns[k]!]!++;
      turned.columns[at] = row;
      turned.values[at] = values[k]!;
    }
  }
  return { rows: cols, cols: rows, starts: ends, ...turned };
}
