import type { CsrMatrix } from "./CsrMatrix.js";

/** In how many documents each term occurs. */
export function documentFrequencies({ cols, columns }: CsrMatrix): Float64Array {
  const frequencies = new Float64Array(cols);
  for (const column of columns) frequencies[column]! += 1; // column < cols
  return frequencies;
}
