/**
 * A sparse matrix in compressed rows: row i has the value `values[k]` in column `columns[k]` for k from
 * `starts[i]` (included) to `starts[i + 1]` (excluded), no column twice, and 0 elsewhere.
 */
export interface CsrMatrix {
  readonly rows: number;
  readonly cols: number;
  /** Length rows + 1. */
  readonly starts: Float64Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}
