import type { CompressedRows } from "../features/CompressedRows.js";
import { transpose } from "../features/transpose.js";
import type { SortedColumns } from "./SortedColumns.js";

/** The columns of a matrix, their entries sorted by value and then by row. */
export function sortColumns(matrix: CompressedRows): SortedColumns {
  const { starts, columns: rows, values } = transpose(matrix);
  const sorted = { rows: new Uint32Array(rows.length), values: new Float32Array(rows.length) };
  const columns: number[] = [];
  const ends = [0];
  // Columns and positions are in range throughout.
  for (let col = 0; col < matrix.cols; col++) {
    const [start, end] = [starts[col]!, starts[col + 1]!];
    if (start === end) continue;
    const order = Uint32Array.from({ length: end - start }, (_, i) => start + i).sort(
      (a, b) => values[a]! - values[b]! || a - b,
    );
    order.forEach((from, i) => {
      sorted.rows[start + i] = rows[from]!;
      sorted.values[start + i] = values[from]!;
    });
    columns.push(col);
    ends.push(end);
  }
  return { columns: Uint32Array.from(columns), starts: Uint32Array.from(ends), ...sorted };
}
