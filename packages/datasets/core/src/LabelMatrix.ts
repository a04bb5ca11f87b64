/**
 * Labels as a dense row-major matrix of 0 and 1: `data[i * cols + j]` is 1 where example i has label j.
 * The same shape as the `LabelMatrix` of `@sigf1/metrics`.
 */
export interface LabelMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Uint8Array;
}
