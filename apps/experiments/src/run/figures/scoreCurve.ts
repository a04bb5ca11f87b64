import { kneeOfCurve, medianCurve, type ScoreMatrix } from "@sigf1/metrics";
import type { ScoreCurve } from "../../results/ScoreFigures.js";
import { quantile } from "../../statistics/quantile.js";
import { rounded } from "./rounded.js";

/** Beyond these the scores of all but few examples have come down. */
const RANKS = 50;

/** The ordered score curve of at least one example, with the quartiles of each rank; the knee is that of all ranks. */
export function scoreCurve(scores: ScoreMatrix): ScoreCurve {
  const { rows, cols, data } = scores;
  const curve = medianCurve(scores);
  const knee = kneeOfCurve(curve);
  const ranks = Math.min(cols, RANKS);
  const ranked = Array.from({ length: ranks }, () => new Float32Array(rows));
  for (let row = 0; row < rows; row++) {
    const rising = data.slice(row * cols, (row + 1) * cols).sort();
    // There are at least as many columns as ranks.
    for (let rank = 0; rank < ranks; rank++) ranked[rank]![row] = rising[cols - 1 - rank]!;
  }
  for (const values of ranked) values.sort();
  return {
    median: Array.from(curve.subarray(0, ranks), rounded),
    lowerQuartile: ranked.map((rising) => rounded(quantile(rising, 0.25))),
    upperQuartile: ranked.map((rising) => rounded(quantile(rising, 0.75))),
    ...(knee === undefined ? {} : { knee }),
  };
}
