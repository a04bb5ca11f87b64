/** The labels of the inputs that an encoder is fitted on: entry (i, j) is 1 where input i has label j, else 0. */
export interface FitLabels {
  readonly rows: number;
  readonly cols: number;
  readonly data: Uint8Array;
}
