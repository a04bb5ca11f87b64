import type { CsrMatrix } from "./CsrMatrix.js";

/** The matrix of the columns `kept`, in that order. */
export function keepColumns(matrix: CsrMatrix, kept: ArrayLike<number>): CsrMatrix {
  const target = new Int32Array(matrix.cols).fill(-1);
  for (let column = 0; column < kept.length; column++) target[kept[column]!] = column;
  const starts = new Float64Array(matrix.rows + 1);
  const columns = new Int32Array(matrix.columns.length);
  const values = new Float64Array(matrix.columns.length);
  let size = 0;
  // CsrMatrix: starts has rows + 1 entries, and k is below the length of columns and values.
  for (let i = 0; i < matrix.rows; i++) {
    for (let k = matrix.starts[i]!; k < matrix.starts[i + 1]!; k++) {
      const column = target[matrix.columns[k]!]!;
      if (column < 0) continue;
      columns[size] = column;
      values[size] = matrix.values[k]!;
      size++;
    }
    starts[i + 1] = size;
  }
  return {
    rows: matrix.rows,
    cols: kept.length,
    starts,
    columns: columns.slice(0, size),
    values: values.slice(0, size),
  };
}
