export interface RankOptions {
  /** Whether a higher score is better; default true. False for losses and errors. */
  readonly higherIsBetter?: boolean;
}
