import type { Results } from "../../results/Results.js";
import type { FoldedResults } from "../grid/foldVariants.js";
import { gridView } from "../grid/gridView.js";
import type { Summary } from "../statistics/Summary.js";
import { ruleByValidation } from "../words/ruleByValidation.js";
import { watchedFigures } from "../words/watchedFigures.js";
import { calibrationFigure } from "./calibrationFigure.js";
import { classF1Figure } from "./classF1Figure.js";
import { countPairFigure } from "./countPairFigure.js";
import { drawnLosses } from "./drawnLosses.js";
import type { Figure } from "./Figure.js";
import type { FigureGroup } from "./FigureGroup.js";
import { gridHeatMaps } from "./gridHeatMaps.js";
import { gridLineFigures } from "./gridLineFigures.js";
import { labelCountFigure } from "./labelCountFigure.js";
import { posteriorByClassFigure } from "./posteriorByClassFigure.js";
import { posteriorFigure } from "./posteriorFigure.js";
import { rankFigure } from "./rankFigure.js";
import { scheduleFigure } from "./scheduleFigure.js";
import { scoreCurveFigure } from "./scoreCurveFigure.js";
import { thresholdFigure } from "./thresholdFigure.js";
import { trainingLossFigure } from "./trainingLossFigure.js";
import { validationFigure } from "./validationFigure.js";

/**
 * Every figure of a report for which there are data, by what it tells of; groups without any are left out.
 * @param all the results with every variant of a grid, of which `folded` keeps what tables and curves show
 */
export function planFigures(
  all: Results,
  { results, runs }: FoldedResults,
  summary: Summary,
): readonly FigureGroup[] {
  const { cardinality } = results.dataset;
  const drawn = { ...summary, losses: drawnLosses(results, summary) };
  const rule = ruleByValidation(results);
  const underRule = (draw: (rule: string) => Figure | undefined) =>
    rule === undefined ? undefined : draw(rule);
  const grid = gridView(all, summary.level);
  const groups: Readonly<Record<string, readonly (Figure | undefined)[]>> = {
    Settings:
      grid === undefined
        ? []
        : [...gridLineFigures(grid, all, summary), ...gridHeatMaps(grid, all, summary)],
    "Ranks of the losses": [underRule((decision) => rankFigure(results, summary, decision))],
    Scores: [
      scoreCurveFigure(runs, drawn, cardinality),
      thresholdFigure(runs, drawn),
      calibrationFigure(runs, drawn),
    ],
    Decisions: [
      labelCountFigure(summary, cardinality),
      underRule((decision) => countPairFigure(runs, drawn, decision)),
      underRule((decision) => classF1Figure(runs, drawn, decision)),
    ],
    Training: [
      validationFigure(runs, drawn, watchedFigures(results)),
      trainingLossFigure(runs, drawn),
      scheduleFigure(runs, drawn),
    ],
    Posteriors: [posteriorFigure(runs, summary), posteriorByClassFigure(runs, summary)],
  };
  return Object.entries(groups)
    .map(([title, figures]) => ({
      title,
      figures: figures.filter((figure) => figure !== undefined),
    }))
    .filter(({ figures }) => figures.length > 0);
}
