/** What `JSON.stringify` writes of `BinnedCurves`, for `BinnedCurves.fromJson`. */
export interface BinnedCurvesJson {
  readonly classes: number;
  readonly bins: number;
  readonly range: readonly [low: number, high: number];
  readonly examples: number;
  /** True labels [classes × bins], bins by rising score. */
  readonly positives: readonly number[];
  /** False labels [classes × bins]. */
  readonly negatives: readonly number[];
  /** Sums of the scores [classes × bins]. */
  readonly scores: readonly number[];
  /** The sum over examples of (score − label)² of each class. */
  readonly squaredErrors: readonly number[];
}
