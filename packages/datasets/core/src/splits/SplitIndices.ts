/** Positions of the examples in the three parts of a split, each ascending; together every example once. */
export interface SplitIndices {
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly test: readonly number[];
}
