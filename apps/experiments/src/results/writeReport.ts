import { join } from "node:path";
import { renderReport } from "../report/renderReport.js";
import { renderCsv } from "../report/tables/renderCsv.js";
import { renderLatex } from "../report/tables/renderLatex.js";
import { renderMarkdown } from "../report/tables/renderMarkdown.js";
import { readResults } from "./readResults.js";
import { writeAtomically } from "./writeAtomically.js";

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

/** Writes the report and the tables from the results in a folder, beside them. */
export async function writeReport(folder: string): Promise<ReportFiles> {
  const input = await readResults(folder);
  const contents = {
    "report.html": await renderReport(input),
    "results.md": renderMarkdown(input),
    "results.tex": renderLatex(input),
    "results.csv": renderCsv(input.results),
  };
  for (const [name, content] of Object.entries(contents)) {
    await writeAtomically(join(folder, name), content);
  }
  return {
    html: join(folder, "report.html"),
    markdown: join(folder, "results.md"),
    latex: join(folder, "results.tex"),
    csv: join(folder, "results.csv"),
  };
}
