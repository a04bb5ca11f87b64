import { render } from "preact-render-to-string";
import { Page } from "./components/Page.js";
import { labelCountFigure } from "./figures/labelCountFigure.js";
import { renderSvg } from "./figures/renderSvg.js";
import { thresholdFigure } from "./figures/thresholdFigure.js";
import { trainingLossFigure } from "./figures/trainingLossFigure.js";
import { validationFigure } from "./figures/validationFigure.js";
import type { ReportInput } from "./ReportInput.js";
import { summarise } from "./statistics/summarise.js";

/**
 * The report of an experiment as one HTML file: findings in words, tables, figures as inline SVG. It refers to nothing
 * outside itself, follows the reader's dark or light setting, and is the same bytes for the same input.
 */
export async function renderReport(input: ReportInput): Promise<string> {
  const { results, runs } = input;
  const summary = summarise(results, input.ciLevel);
  const planned = [
    validationFigure(runs, summary.losses, results.validationMetric),
    trainingLossFigure(runs, summary.losses),
    thresholdFigure(runs, summary.losses),
    labelCountFigure(summary, results.dataset.cardinality),
  ].filter((figure) => figure !== undefined);
  const figures = [];
  for (const figure of planned) {
    figures.push({ ...figure, svg: await renderSvg(figure.spec) });
  }
  return `<!doctype html>\n${render(<Page input={input} summary={summary} figures={figures} />)}\n`;
}
