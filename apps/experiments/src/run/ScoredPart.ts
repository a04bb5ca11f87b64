import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";

/** Scores and true labels of one part of a split. */
export interface ScoredPart {
  readonly scores: ScoreMatrix;
  readonly labels: LabelMatrix;
}
