import type { CellResults, StudyResults } from "../../results/Results.js";

/** Everything a study's report says. */
export interface StudyReportInput
  extends Pick<StudyResults, "experiment" | "command" | "environment" | "settings"> {
  /** The cells; their reports are linked as `<folder>/report.html`. */
  readonly cells: readonly CellResults[];
  /** Confidence level of the intervals over seeds within a cell, in (0, 1); default 0.95. */
  readonly ciLevel?: number;
}
