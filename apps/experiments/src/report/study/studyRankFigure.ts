import type { Figure } from "../figures/Figure.js";
import { lossColour } from "../figures/lossColour.js";
import { rankDiagram } from "../figures/rankDiagram.js";
import { friedmanNote } from "../words/friedmanNote.js";
import { sentences } from "../words/sentences.js";
import type { StudyView } from "./studyView.js";

/** The critical-difference diagram over the cells of a study; undefined where there are too few. */
export function studyRankFigure({ ranking, cells, losses, series }: StudyView): Figure | undefined {
  if (ranking === undefined) return undefined;
  const datasets = new Set(
    // Some ids stand for a family of datasets, which differ in their examples.
    cells.map(({ results: { dataset } }) => `${dataset.id} ${dataset.examples}`),
  ).size;
  return {
    title: "Critical difference of the losses' ranks in exampleF1, over the cells of the study",
    caption: sentences(
      `Dot: mean rank of a loss over ${ranking.blocks} cells, 1 the best; in each cell losses are ranked by their mean over seeds on the test part, under the cell's rule. Heavy lines join losses that Nemenyi's test at .05 does not tell apart (Demšar 2006).`,
      friedmanNote(ranking),
      ranking.methods.length < losses.length && "Losses that a cell lacks are left out.",
      datasets < cells.length &&
        `The cells come of ${datasets} dataset${datasets === 1 ? "" : "s"}: those that share one are less independent than the test takes them for.`,
    ),
    label: `Critical-difference diagram over ${ranking.blocks} cells with critical difference ${ranking.criticalDifference.toFixed(2)}; mean ranks: ${ranking.methods.map(({ name, meanRank }) => `${name} ${meanRank.toFixed(2)}`).join(", ")}.`,
    spec: rankDiagram(ranking, (loss) => lossColour({ series }, loss)),
  };
}
