import { render } from "preact-render-to-string";
import { Page } from "./components/Page.js";
import { gridHeatMaps } from "./figures/gridHeatMaps.js";
import { gridLineFigures } from "./figures/gridLineFigures.js";
import { labelCountFigure } from "./figures/labelCountFigure.js";
import { posteriorByClassFigure } from "./figures/posteriorByClassFigure.js";
import { posteriorFigure } from "./figures/posteriorFigure.js";
import { renderSvg } from "./figures/renderSvg.js";
import { scheduleFigure } from "./figures/scheduleFigure.js";
import { thresholdFigure } from "./figures/thresholdFigure.js";
import { trainingLossFigure } from "./figures/trainingLossFigure.js";
import { validationFigure } from "./figures/validationFigure.js";
import { foldVariants } from "./grid/foldVariants.js";
import { gridView } from "./grid/gridView.js";
import type { ReportInput } from "./ReportInput.js";
import { summarise } from "./statistics/summarise.js";

/**
 * The report of an experiment as one HTML file: findings in words, tables, figures as inline SVG. It refers to nothing
 * outside itself, follows the reader's dark or light setting, and is the same bytes for the same input.
 */
export async function renderReport(input: ReportInput): Promise<string> {
  const { results } = input;
  const folded = foldVariants(results, input.runs);
  const { runs } = folded;
  const summary = summarise(folded.results, input.ciLevel);
  const grid = gridView(results, summary.level);
  const planned = [
    ...(grid === undefined ? [] : gridLineFigures(grid, results, summary)),
    ...(grid === undefined ? [] : gridHeatMaps(grid, results, summary)),
    validationFigure(runs, summary, results.validationMetric),
    trainingLossFigure(runs, summary),
    scheduleFigure(runs, summary),
    thresholdFigure(runs, summary),
    labelCountFigure(summary, results.dataset.cardinality),
    posteriorFigure(runs, summary),
    posteriorByClassFigure(runs, summary),
  ].filter((figure) => figure !== undefined);
  const figures = [];
  for (const figure of planned) {
    figures.push({ ...figure, svg: await renderSvg(figure.spec) });
  }
  return `<!doctype html>\n${render(<Page runs={input.runs} folded={folded} summary={summary} figures={figures} />)}\n`;
}
