import { render } from "preact-render-to-string";
import { Page } from "./components/Page.js";
import { drawFigures } from "./figures/drawFigures.js";
import { planFigures } from "./figures/planFigures.js";
import { foldVariants } from "./grid/foldVariants.js";
import type { ReportInput } from "./ReportInput.js";
import { summarise } from "./statistics/summarise.js";

/**
 * The report of an experiment as one HTML file: findings in words, tables, figures as inline SVG. It refers to nothing
 * outside itself, follows the reader's dark or light setting, and is the same bytes for the same input.
 */
export async function renderReport(input: ReportInput): Promise<string> {
  const { results, runs, ciLevel, studyPage } = input;
  const folded = foldVariants(results, runs);
  const summary = summarise(folded.results, ciLevel);
  const figures = await drawFigures(planFigures(results, folded, summary));
  const page = { runs, folded, summary, figures, ...(studyPage && { studyPage }) };
  return `<!doctype html>\n${render(<Page {...page} />)}\n`;
}
