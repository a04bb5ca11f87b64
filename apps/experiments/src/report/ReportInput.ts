import type { Results, RunRecord } from "../results/Results.js";

/** Everything a report says; nothing else is read, so the same input gives the same bytes. */
export interface ReportInput {
  readonly results: Results;
  /** One record per finished (loss, seed). Records without history or curve are left out of the figures. */
  readonly runs: readonly RunRecord[];
  /** Address of the page over all cells of the study, where there is one. */
  readonly studyPage?: string;
  /** Confidence level of the intervals over seeds, in (0, 1); default 0.95. */
  readonly ciLevel?: number;
}
