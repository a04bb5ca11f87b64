import type { RunRecord } from "../../results/Results.js";
import type { DecisionFigures } from "../../results/ScoreFigures.js";
import { meanOf } from "../statistics/meanOf.js";
import type { Summary } from "../statistics/Summary.js";
import { sentences } from "../words/sentences.js";
import type { Figure } from "./Figure.js";
import { figuresOf } from "./figuresOf.js";
import { lossColour } from "./lossColour.js";
import { type PanelDot, panelGrid } from "./panelGrid.js";
import { wholeNumbers } from "./wholeNumbers.js";

/** The highest count that runs record; it stands for all from there on. */
const LAST = 20;

/** Of a plot, in pixels. */
const HEIGHT = 180;

/** Predicted against true number of labels, example by example, per loss, under one rule; undefined when no run recorded it. */
export function countPairFigure(
  runs: readonly RunRecord[],
  summary: Summary,
  decision: string,
): Figure | undefined {
  const panels = figuresOf(runs, summary)
    .map(({ loss, figures }) => ({
      loss,
      seeds: figures.flatMap(({ decisions }) => decisions[decision] ?? []),
    }))
    .filter(({ seeds }) => seeds.length > 0)
    .map(({ loss, seeds }) => ({
      loss,
      dots: pairDots(seeds),
      exact: meanOf(seeds.map(({ exactCounts }) => exactCounts)),
      bias: meanOf(seeds.map(({ countBias }) => countBias)),
    }));
  const counts = panels.flatMap(({ dots }) => dots.flatMap(({ x, y }) => [x, y]));
  if (counts.length === 0) return undefined;
  const highest = Math.max(1, ...counts);
  const axis = {
    domain: [-0.5, highest + 0.5] as const,
    ticks: wholeNumbers(0, highest),
  };
  return {
    title: `Predicted against true number of labels, with ${decision}`,
    caption: sentences(
      `Area of a dot: number of test examples with so many true and so many predicted labels, over ${summary.seeds.length === 1 ? "one seed" : `${summary.seeds.length} seeds`}, on one scale for all panels. Dashed: as many as there are; below it too few. Exact: share of examples with the right number, whichever labels these are. Bias: mean of predicted minus true number.`,
      highest === LAST && `${LAST} stands for ${LAST} and more.`,
      "The rule is the one that validation chooses over all losses.",
    ),
    label: `Scatter plots of the predicted against the true number of labels, one per loss, with the share that is exact: ${panels.map(({ loss, exact }) => `${loss} ${percent(exact)}`).join(", ")}.`,
    spec: panelGrid(
      panels.map(({ loss, dots, exact, bias }) => ({
        title: loss,
        colour: lossColour(summary, loss),
        scatter: dots,
        note: `exact ${percent(exact)} · bias ${signed(bias)}`,
      })),
      {
        x: { title: "true labels", ...axis },
        y: { title: "predicted labels", ...axis },
        diagonal: highest,
        height: HEIGHT,
        notes: "upper left",
        largestDot: Math.min(600, 0.6 * (HEIGHT / (highest + 1)) ** 2),
      },
    ),
  };
}

function pairDots(seeds: readonly DecisionFigures[]): readonly PanelDot[] {
  const dots = new Map<string, { x: number; y: number; size: number }>();
  for (const [x, y, examples] of seeds.flatMap(({ labelCounts }) => labelCounts)) {
    const dot = dots.get(`${x} ${y}`) ?? { x, y, size: 0 };
    dots.set(`${x} ${y}`, { x, y, size: dot.size + examples });
  }
  return [...dots.values()];
}

function signed(bias: number): string {
  const shown = Math.abs(bias).toFixed(2);
  return Number(shown) === 0 ? shown : `${bias < 0 ? "−" : "+"}${shown}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
