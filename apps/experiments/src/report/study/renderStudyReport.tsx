import { render } from "preact-render-to-string";
import { drawFigures } from "../figures/drawFigures.js";
import { StudyPage } from "./StudyPage.js";
import type { StudyReportInput } from "./StudyReportInput.js";
import { studyRankFigure } from "./studyRankFigure.js";
import { studyView } from "./studyView.js";

/**
 * The report of a study over several cells as one HTML file: every loss on every cell, the ranks over cells with their
 * critical difference, and links to the cells' own reports beside it. As `renderReport` it loads nothing.
 */
export async function renderStudyReport(input: StudyReportInput): Promise<string> {
  const view = studyView(input.cells, input.ciLevel);
  const ranks = studyRankFigure(view);
  const figures = await drawFigures(
    ranks === undefined ? [] : [{ title: "Ranks of the losses", figures: [ranks] }],
  );
  return `<!doctype html>\n${render(<StudyPage input={input} view={view} figures={figures} />)}\n`;
}
