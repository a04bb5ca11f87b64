import type { CompressedRows } from "../features/CompressedRows.js";
import { rowProduct } from "../features/rowProduct.js";

/** wₖ · x + bₖ of one row for every class k into `values`; `weights` has every wₖ and, at its end, bₖ, one after another. */
export function linearValues(
  rows: CompressedRows,
  row: number,
  weights: Float64Array,
  values: Float64Array,
): void {
  const stride = rows.cols + 1;
  for (let k = 0; k < values.length; k++) {
    // Each class has an intercept.
    values[k] = rowProduct(rows, row, weights, k * stride) + weights[k * stride + rows.cols]!;
  }
}
