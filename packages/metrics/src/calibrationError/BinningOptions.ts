export interface BinningOptions {
  /** Number of bins, at least 1; default 15 (Guo et al. 2017). */
  readonly bins?: number;
  /** `width` (default): bins of equal width over [0, 1]; `mass`: bins between quantiles of the scores. */
  readonly binning?: Binning;
}

/** How scores are parted into bins: scikit-learn's strategies `uniform` and `quantile`. */
export type Binning = (typeof binnings)[number];

export const binnings = ["width", "mass"] as const;
