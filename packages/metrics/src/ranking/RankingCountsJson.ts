import type { DepthCountsJson } from "./DepthCounts.js";

/** What `JSON.stringify` writes of `RankingCounts`, for `RankingCounts.fromJson`. Sums are over examples. */
export interface RankingCountsJson {
  readonly classes: number;
  /** One per class, or `null`. */
  readonly propensities: readonly number[] | null;
  readonly examples: number;
  /** Examples without true labels. */
  readonly withoutLabels: number;
  /** Sum of the coverage. */
  readonly coverage: number;
  /** Sum of the label-ranking average precision. */
  readonly precision: number;
  /** Sum of the ranking loss. */
  readonly loss: number;
  /** Sum of the precision at 1. */
  readonly topHits: number;
  readonly depths: readonly DepthCountsJson[];
}
