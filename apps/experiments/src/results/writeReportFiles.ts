import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ReportInput } from "../report/ReportInput.js";
import { renderReport } from "../report/renderReport.js";
import { renderStudyReport } from "../report/study/renderStudyReport.js";
import { renderStudyTables } from "../report/study/renderStudyTables.js";
import { renderCsv } from "../report/tables/renderCsv.js";
import { renderLatex } from "../report/tables/renderLatex.js";
import { renderMarkdown } from "../report/tables/renderMarkdown.js";
import type { ReportFiles } from "./ReportFiles.js";
import type { CellResults, StudyResults } from "./Results.js";
import { readResults } from "./readResults.js";
import { readStudy } from "./readStudy.js";
import { writeAtomically } from "./writeAtomically.js";

/** Where a cell's page finds that of its study: the cell's folder lies in the study's. */
const STUDY_PAGE = "../report.html";

/**
 * Writes the report and the tables from the results in a folder, beside them; of a study with several cells those of each
 * cell in its folder, too.
 * @throws ConfigurationError where a folder holds no readable results
 */
export async function writeReportFiles(folder: string): Promise<ReportFiles> {
  const study = await readStudy(folder);
  if (study !== undefined) return writeStudy(folder, study);
  const input = await readResults(folder);
  const ofStudy = input.results.cell !== undefined && existsSync(join(folder, STUDY_PAGE));
  return writeCell(folder, { ...input, ...(ofStudy && { studyPage: STUDY_PAGE }) });
}

async function writeCell(folder: string, input: ReportInput): Promise<ReportFiles> {
  const { experiment, cell, dataset, rows } = input.results;
  const named = { experiment, cell: cell?.name ?? dataset.id, dataset: dataset.id };
  return writeFiles(folder, {
    html: await renderReport(input),
    markdown: renderMarkdown(input),
    latex: renderLatex(input),
    csv: renderCsv(rows.map((row) => ({ ...named, ...row }))),
  });
}

async function writeStudy(folder: string, study: StudyResults): Promise<ReportFiles> {
  const cells: CellResults[] = [];
  for (const cell of study.cells) {
    const { name, values, folder: own } = cell;
    const input = await readResults(join(folder, own));
    // Results of an earlier version do not say which cell they are.
    const results = { ...input.results, cell: { name, values } };
    await writeCell(join(folder, own), { ...input, results, studyPage: STUDY_PAGE });
    cells.push({ ...cell, results });
  }
  const input = { ...study, cells };
  const datasets = new Map(cells.map(({ name, results }) => [name, results.dataset.id]));
  const { experiment } = study;
  return writeFiles(folder, {
    html: await renderStudyReport(input),
    ...renderStudyTables(input),
    csv: renderCsv(
      study.rows.map((row) => ({ ...row, experiment, dataset: datasets.get(row.cell) ?? "" })),
    ),
  });
}

async function writeFiles(
  folder: string,
  contents: Readonly<Record<keyof ReportFiles, string>>,
): Promise<ReportFiles> {
  const files = {
    html: join(folder, "report.html"),
    markdown: join(folder, "results.md"),
    latex: join(folder, "results.tex"),
    csv: join(folder, "results.csv"),
  };
  await writeAtomically(files.html, contents.html);
  await writeAtomically(files.markdown, contents.markdown);
  await writeAtomically(files.latex, contents.latex);
  await writeAtomically(files.csv, contents.csv);
  return files;
}
