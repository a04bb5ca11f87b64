/** A score of binned data, and how far the score of the data itself may lie from it. */
export interface BinnedScore {
  readonly value: number;
  readonly bound: number;
}
