/**
 * A matrix of which zeros may be left out: row i has the values `values[k]` in the columns `columns[k]`, ascending, for k from
 * `starts[i]` up to `starts[i + 1]`.
 */
export interface CompressedRows {
  readonly rows: number;
  readonly cols: number;
  /** rows + 1 positions. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}
