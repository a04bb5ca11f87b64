import { checkedOptions } from "../checks/checkedOptions.js";
import { checkMatrix } from "../checks/checkMatrix.js";
import type { Matrix } from "../Matrix.js";
import { checkFinite } from "./checkFinite.js";
import { midranks } from "./midranks.js";
import type { RankOptions } from "./RankOptions.js";
import type { ResultTable } from "./ResultTable.js";

/** The ranks of the methods over all rows of a table of results. */
export interface MethodRanks {
  /** Number of rows. */
  readonly rows: number;
  /** Mean rank of each method, in [1, k]: 1 is always best; equal scores share the mean of their ranks. */
  readonly meanRanks: readonly number[];
  /** Σ(t³ − t) over the groups of t equal scores of every row. */
  readonly tieTerm: number;
}

/**
 * Ranks the methods on each row, and averages.
 * @throws RangeError when there is no row, fewer than two methods, rows differ in length, or a score is not finite
 */
export function rankMethods(scores: ResultTable, options: RankOptions = {}): MethodRanks {
  const { higherIsBetter = true } = checkedOptions(options, "higherIsBetter");
  const table = isMatrix(scores) ? matrixRows(scores) : scores;
  const methods = table[0]?.length ?? 0;
  if (methods < 2) {
    throw new RangeError(
      `scores has ${table.length} rows and ${methods} methods; expected at least one row and two methods`,
    );
  }
  const rankSums = new Float64Array(methods);
  let tieTerm = 0;
  table.forEach((row, i) => {
    if (row.length !== methods) {
      throw new RangeError(
        `scores[${i}] has ${row.length} entries but scores[0] has ${methods}; expected one per method`,
      );
    }
    checkFinite(row, `scores[${i}]`);
    const ranked = midranks(Float64Array.from(row, (score) => (higherIsBetter ? -score : score)));
    tieTerm += ranked.tieTerm;
    // ranked.ranks has one entry per method.
    for (let j = 0; j < methods; j++) rankSums[j]! += ranked.ranks[j]!;
  });
  return {
    rows: table.length,
    meanRanks: Array.from(rankSums, (sum) => sum / table.length),
    tieTerm,
  };
}

function isMatrix(scores: ResultTable): scores is Matrix<Float32Array> {
  return !Array.isArray(scores);
}

function matrixRows(scores: Matrix<Float32Array>): Float32Array[] {
  checkMatrix(scores, "scores");
  const { rows, cols, data } = scores;
  return Array.from({ length: rows }, (_, i) => data.subarray(i * cols, (i + 1) * cols));
}
