import type { Matrix } from "../Matrix.js";

/** The sum of each row. */
export function rowSums({ rows, cols, data }: Matrix): Float64Array {
  const sums = new Float64Array(rows);
  // Entry k is within rows · cols.
  for (let row = 0, k = 0; row < rows; row++) {
    for (let j = 0; j < cols; j++, k++) sums[row]! += data[k]!;
  }
  return sums;
}
