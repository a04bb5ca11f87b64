import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";

/** Scores and true labels of one part of a split. */
export interface ScoredPart {
  readonly scores: ScoreMatrix;
  readonly labels: LabelMatrix;
  /** A count head's estimate of each example's number of labels, for the rule `count`. */
  readonly counts?: Uint32Array;
}
