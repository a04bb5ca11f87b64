export interface RankingCountsOptions {
  /** The depths k of the scores at k, positive integers; default 1, 3 and 5. */
  readonly k?: readonly number[];
  /** One number in (0, 1] per class, for `propensityScoredPrecisionAtK`; default none. */
  readonly propensities?: ArrayLike<number>;
}
