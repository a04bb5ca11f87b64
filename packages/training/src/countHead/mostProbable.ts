import type { ScoreMatrix } from "@sigf1/metrics";

/** The count of the column with the highest score in each row, of equal scores the first. */
export function mostProbable(
  { rows, cols, data }: ScoreMatrix,
  columns: readonly number[],
): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => {
    const scores = data.subarray(row * cols, (row + 1) * cols);
    return columns[scores.indexOf(Math.max(...scores))] ?? Number.NaN; // a column each
  });
}
