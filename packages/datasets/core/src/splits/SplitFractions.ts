/** Shares of the examples in the three parts of a split, each above 0, together 1. */
export interface SplitFractions {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}
