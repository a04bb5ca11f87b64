import type { RunRecord } from "../../results/Results.js";
import type { Calibration } from "../../results/ScoreFigures.js";
import { meanOf } from "../statistics/meanOf.js";
import type { Summary } from "../statistics/Summary.js";
import { overSeeds } from "../words/overSeeds.js";
import type { Band } from "./Band.js";
import type { Figure } from "./Figure.js";
import { figuresOf } from "./figuresOf.js";
import { lossColour } from "./lossColour.js";
import { panelGrid } from "./panelGrid.js";

/** A share among fewer entries than these says little. */
const LEAST_ENTRIES = 20;

/** A reliability diagram per loss; undefined when no run recorded one. */
export function calibrationFigure(
  runs: readonly RunRecord[],
  summary: Summary,
): Figure | undefined {
  const diagrams = figuresOf(runs, summary).map(({ loss, figures }) => {
    const seeds = figures.map(({ calibration }) => calibration);
    return {
      loss,
      points: reliability(seeds),
      error: meanOf(seeds.map(({ expectedError }) => expectedError)),
      brier: meanOf(seeds.map(({ brierScore }) => brierScore)),
    };
  });
  if (diagrams.length === 0) return undefined;
  return {
    title: "Calibration of the scores, on the test part",
    caption: `Share of true labels among the entries (example × class) whose score lies in one of 15 bins of equal width, against their mean score. Line and dots: ${overSeeds(summary)}; band: lowest to highest seed. On the diagonal a score is the probability of the label; below it the scores promise too much. Bins with fewer than ${LEAST_ENTRIES} entries over all seeds are left out. ECE: expected calibration error, the mean distance from the diagonal weighted by entries; Brier: mean squared distance of score and label; 0 is best for both. Losses whose optimum is no probability, as F1 losses, need not be calibrated: their scores are made to be cut.`,
    label: `Reliability diagrams, one per loss, with expected calibration errors: ${diagrams.map(({ loss, error }) => `${loss} ${error.toFixed(3)}`).join(", ")}.`,
    spec: panelGrid(
      diagrams.map(({ loss, points, error, brier }) => ({
        title: loss,
        colour: lossColour(summary, loss),
        lines: [{ points, dots: true }],
        note: `ECE ${error.toFixed(3)} · Brier ${brier.toFixed(3)}`,
      })),
      {
        x: { title: "mean score", domain: [0, 1] },
        y: { title: "share true", domain: [0, 1] },
        diagonal: 1,
        height: 180,
        notes: "lower right",
      },
    ),
  };
}

function reliability(seeds: readonly Calibration[]): readonly Band[] {
  const ends = [...new Set(seeds.flatMap(({ bins }) => bins.map(({ high }) => high)))];
  return ends
    .sort((a, b) => a - b)
    .map((end) => seeds.flatMap(({ bins }) => bins.filter(({ high }) => high === end)))
    .filter((bins) => bins.reduce((sum, { count }) => sum + count, 0) >= LEAST_ENTRIES)
    .map((bins) => {
      const rates = bins.map(({ positiveRate }) => positiveRate);
      return {
        x: meanOf(bins.map(({ meanScore }) => meanScore)),
        mean: meanOf(rates),
        low: Math.min(...rates),
        high: Math.max(...rates),
      };
    });
}
