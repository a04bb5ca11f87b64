/** Paths of what a report consists of. */
export interface ReportFiles {
  /** `report.html`. */
  readonly html: string;
  /** `results.md`: the tables as Markdown. */
  readonly markdown: string;
  /** `results.tex`: the tables as LaTeX. */
  readonly latex: string;
  /** `results.csv`: every row. */
  readonly csv: string;
}
