import type { Results } from "../../results/Results.js";
import { rankMethods } from "../statistics/rankMethods.js";
import type { Summary } from "../statistics/Summary.js";
import { friedmanNote } from "../words/friedmanNote.js";
import { sentences } from "../words/sentences.js";
import type { Figure } from "./Figure.js";
import { lossColour } from "./lossColour.js";
import { rankDiagram } from "./rankDiagram.js";

/**
 * The critical-difference diagram of the losses in `exampleF1` under one rule, with seeds as blocks; undefined with
 * fewer than three losses or seeds.
 */
export function rankFigure(
  { rows, split }: Results,
  summary: Summary,
  decision: string,
): Figure | undefined {
  const ranking = rankMethods(
    new Map(
      summary.losses.map((loss) => [
        loss,
        new Map(
          rows
            .filter((row) => row.loss === loss && row.decision === decision)
            .map(({ seed, metrics }) => [seed, metrics.exampleF1]),
        ),
      ]),
    ),
  );
  if (ranking === undefined) return undefined;
  return {
    title: `Critical difference of the losses' ranks in exampleF1, with ${decision}`,
    caption: sentences(
      `Dot: mean rank of a loss over ${ranking.blocks} seeds, 1 the best, on the test part. Heavy lines join losses that Nemenyi's test at .05 does not tell apart (Demšar 2006).`,
      friedmanNote(ranking),
      `The seeds share one dataset${split.resampled ? " and their splits overlap" : " and one split"}, so that the diagram speaks of this dataset alone and takes its seeds for more independent than they are; what the tables mark rests on a test that ${split.resampled ? "corrects for this" : "compares values rather than ranks"}. The rule is the one that validation chooses over all losses.`,
    ),
    label: `Critical-difference diagram with critical difference ${ranking.criticalDifference.toFixed(2)}; mean ranks: ${ranking.methods.map(({ name, meanRank }) => `${name} ${meanRank.toFixed(2)}`).join(", ")}.`,
    spec: rankDiagram(ranking, (loss) => lossColour(summary, loss)),
  };
}
