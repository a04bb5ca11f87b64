import { chiSquareTail } from "./chiSquareTail.js";
import { fTail } from "./fTail.js";
import type { RankOptions } from "./RankOptions.js";
import type { ResultTable } from "./ResultTable.js";
import { rankMethods } from "./rankMethods.js";

export interface FriedmanTest {
  /** Friedman's statistic, corrected for ties, in [0, N(k − 1)]. */
  readonly chiSquare: number;
  /** Degrees of freedom of `chiSquare`, k − 1. */
  readonly df: number;
  /** P(X ≥ chiSquare) for the chi-square distribution, in [0, 1]. */
  readonly p: number;
  /** Iman & Davenport's statistic; Infinity where all rows rank the methods alike; NaN for a single row. */
  readonly f: number;
  /** Degrees of freedom of `f`, k − 1 and (k − 1)(N − 1). */
  readonly fDf: readonly [number, number];
  /** P(X ≥ f) for the F distribution, in [0, 1]; NaN for a single row. */
  readonly fP: number;
  /** Mean rank of each method, 1 is best. */
  readonly meanRanks: readonly number[];
}

/**
 * Friedman's test (1937) that k methods perform alike on N data sets, from their ranks on each:
 *
 *     χ² = [12N/(k(k + 1)) Σⱼ R̄ⱼ² − 3N(k + 1)] / [1 − Σ(t³ − t)/(N(k³ − k))]
 *     F  = (N − 1)χ²/(N(k − 1) − χ²)
 *
 * over the groups of t equal scores on a data set. χ² and its p equal SciPy 1.10's `friedmanchisquare`. F is Iman &
 * Davenport's (1980), less conservative and advised by Demšar, JMLR 7 (2006). Methods that are equal everywhere
 * give χ² 0 and p 1, where SciPy gives NaN. Scores that rounding has moved apart are not tied: round those that should be
 * equal.
 * @param scores [data sets × methods], at least two methods (SciPy asks for three)
 * @throws RangeError when there is no row, fewer than two methods, rows differ in length, or a score is not finite
 */
export function friedmanTest(scores: ResultTable, options: RankOptions = {}): FriedmanTest {
  const { rows: n, meanRanks, tieTerm } = rankMethods(scores, options);
  const k = meanRanks.length;
  const tiesLeave = 1 - tieTerm / (n * (k ** 3 - k));
  // 12N/(k(k + 1)) Σ(R̄ⱼ − (k + 1)/2)² is the numerator above without its cancellation.
  const squares = meanRanks.reduce((sum, rank) => sum + (rank - (k + 1) / 2) ** 2, 0);
  const largest = n * (k - 1);
  const chiSquare =
    tieTerm === n * (k ** 3 - k)
      ? 0
      : Math.min(largest, ((12 * n) / (k * (k + 1))) * (squares / tiesLeave));
  const df = k - 1;
  const fDf = [df, df * (n - 1)] as const;
  // Rounding must not make a perfect agreement an all but perfect one.
  const left = largest - chiSquare;
  const f = ((n - 1) * chiSquare) / (left < 1e-12 * largest ? 0 : left);
  return {
    chiSquare,
    df,
    p: chiSquareTail(chiSquare, df),
    f: n === 1 ? Number.NaN : f,
    fDf,
    fP: n === 1 ? Number.NaN : fTail(f, ...fDf),
    meanRanks,
  };
}
