/** A confusion matrix: true positives, false positives, false negatives, true negatives. */
export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}
