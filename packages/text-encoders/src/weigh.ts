import type { CsrMatrix } from "./CsrMatrix.js";

/** How counts become features. */
export interface Weighting {
  /** Inverse document frequency of each column. */
  readonly idf: Float64Array;
  readonly sublinearTf: boolean;
  readonly norm: "l2" | null;
}

/** tf · idf of counts, with tf = 1 + ln(count) if sublinear, each row then divided by its L2 norm. */
export function weigh(counts: CsrMatrix, { idf, sublinearTf, norm }: Weighting): CsrMatrix {
  // CsrMatrix: starts has rows + 1 entries, k is below the length of columns and values; idf has cols.
  const values = counts.values.map((count, k) => {
    return (sublinearTf ? 1 + Math.log(count) : count) * idf[counts.columns[k]!]!;
  });
  if (norm === "l2") {
    for (let i = 0; i < counts.rows; i++) {
      const row = values.subarray(counts.starts[i], counts.starts[i + 1]);
      const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
      for (let k = 0; k < row.length; k++) row[k]! /= length;
    }
  }
  return { ...counts, values };
}
