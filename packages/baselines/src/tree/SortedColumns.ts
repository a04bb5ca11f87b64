/**
 * The entries other than 0 of some rows, by column and ascending in each: the column `columns[c]` has the values `values[k]`
 * in the rows `rows[k]` for k from `starts[c]` up to `starts[c + 1]`. Columns without an entry are left out.
 */
export interface SortedColumns {
  readonly columns: Uint32Array;
  /** columns + 1 positions. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly values: Float32Array;
}
