import type { RunRecord } from "../../results/Results.js";
import type { ScoreCurve } from "../../results/ScoreFigures.js";
import { quantile } from "../../statistics/quantile.js";
import { meanOf } from "../statistics/meanOf.js";
import type { Summary } from "../statistics/Summary.js";
import { overSeeds } from "../words/overSeeds.js";
import type { Figure } from "./Figure.js";
import { figuresOf } from "./figuresOf.js";
import { lossColour } from "./lossColour.js";
import { panelGrid } from "./panelGrid.js";
import { wholeNumbers } from "./wholeNumbers.js";

/** The ordered score curve of each loss with its knee; undefined when no run recorded one. */
export function scoreCurveFigure(
  runs: readonly RunRecord[],
  summary: Summary,
  cardinality: number,
): Figure | undefined {
  const curves = figuresOf(runs, summary).map(({ loss, figures }) => {
    const seeds = figures.map(({ scoreCurve }) => scoreCurve);
    return { loss, points: meanCurve(seeds), knees: seeds.flatMap(({ knee }) => knee ?? []) };
  });
  if (curves.length === 0) return undefined;
  const ranks = Math.max(...curves.map(({ points }) => points.length));
  return {
    title: "Ordered scores of an example, on the test part",
    caption: `Each example's scores are put in order, the highest at rank 1. Line: median over examples. Band: the quartiles. Both are ${overSeeds(summary, "means")}. Vertical mark: the knee of the median curve (over seeds the median), at which the decision rule knee cuts; an example has ${cardinality.toFixed(2)} true labels in the mean. A curve that falls steeply there parts predicted from other labels whatever the exact threshold.`,
    label: `Line charts of the median score against rank, one per loss: ${curves.map(({ loss, knees }) => `${loss}, ${kneeNote(knees)}`).join("; ")}.`,
    spec: panelGrid(
      curves.map(({ loss, points, knees }) => ({
        title: loss,
        colour: lossColour(summary, loss),
        lines: [{ points, dots: ranks <= 20 }],
        note: kneeNote(knees),
        ...(knees.length > 0 && { xMark: middle(knees) + 0.5 }),
      })),
      {
        x: {
          title: "rank",
          domain: [1, Math.max(2, ranks)],
          ticks: wholeNumbers(1, ranks),
        },
        y: { title: "score", domain: [0, 1] },
      },
    ),
  };
}

/** Mean over seeds of the median and of the quartiles. */
function meanCurve(seeds: readonly ScoreCurve[]) {
  return (seeds[0]?.median ?? []).map((_, rank) => {
    const mean = (curve: Exclude<keyof ScoreCurve, "knee">) =>
      meanOf(seeds.map(({ [curve]: values }) => values[rank] ?? Number.NaN));
    return {
      x: rank + 1,
      mean: mean("median"),
      low: mean("lowerQuartile"),
      high: mean("upperQuartile"),
    };
  });
}

function middle(knees: readonly number[]): number {
  return quantile(
    knees.toSorted((a, b) => a - b),
    0.5,
  );
}

function kneeNote(knees: readonly number[]): string {
  if (knees.length === 0) return "no knee";
  const [least, most] = [Math.min(...knees), Math.max(...knees)];
  return least === most ? `knee after ${least}` : `knee after ${least} to ${most}`;
}
