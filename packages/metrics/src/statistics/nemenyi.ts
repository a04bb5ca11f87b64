import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { openUnitInterval } from "../checks/NumberKind.js";
import { invertTail } from "./invertTail.js";
import type { RankOptions } from "./RankOptions.js";
import type { ResultTable } from "./ResultTable.js";
import { rankMethods } from "./rankMethods.js";
import { studentizedRangeTail } from "./studentizedRangeTail.js";

export interface NemenyiOptions extends RankOptions {
  /** Probability of any false difference at which `criticalDifference` is given, in (0, 1); default 0.05. */
  readonly alpha?: number;
}

export interface Nemenyi {
  /** Mean rank of each method, 1 is best. */
  readonly meanRanks: readonly number[];
  /** Two methods differ where their mean ranks are at least this far apart. */
  readonly criticalDifference: number;
  /** `p[i][j]`, the p-value of methods i and j, adjusted for testing all pairs; 1 on the diagonal. */
  readonly p: readonly (readonly number[])[];
}

/**
 * Nemenyi's test (1963) of all pairs of k methods after Friedman's, as Demšar, JMLR 7 (2006) gives it: with
 * s = √(k(k + 1)/(6N)), the critical difference is q_α/√2 · s and p = P(Q > √2·|R̄ᵢ − R̄ⱼ|/s), where Q is the studentized range
 * of k means with infinitely many degrees of freedom and q_α its upper quantile.
 * @param scores [data sets × methods], at least two methods
 * @throws RangeError when there is no row, fewer than two methods, rows differ in length, a score is not finite, or
 * alpha is outside (0, 1)
 */
export function nemenyi(scores: ResultTable, options: NemenyiOptions = {}): Nemenyi {
  const { alpha = 0.05, ...ranking } = checkedOptions(options, "alpha", "higherIsBetter");
  checkNumber("alpha", alpha, openUnitInterval);
  const { rows, meanRanks } = rankMethods(scores, ranking);
  const k = meanRanks.length;
  // Standard deviation of a mean rank's difference, over √2, as the range is of single normal variables.
  const deviation = Math.sqrt((k * (k + 1)) / (12 * rows));
  const tail = (q: number) => studentizedRangeTail(q, k);
  const p = meanRanks.map((rank, i) =>
    // A method with itself is given the p of no difference.
    meanRanks.map((other, j) => (i === j ? 1 : tail(Math.abs(rank - other) / deviation))),
  );
  return { meanRanks, criticalDifference: deviation * invertTail(tail, alpha), p };
}
