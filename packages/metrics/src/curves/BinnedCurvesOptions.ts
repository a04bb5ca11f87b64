export interface BinnedCurvesOptions {
  /** Number of bins per class; default 960, which 10, 12, 15, 16 and 20 divide. */
  readonly bins?: number;
  /** The lowest and highest score that are told apart; default [0, 1]. Scores beyond count in the first or the last bin. */
  readonly range?: readonly [low: number, high: number];
}
