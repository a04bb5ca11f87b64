import type { FitLabels } from "@sigf1/features";
import type { CsrMatrix } from "./CsrMatrix.js";

/**
 * For each column the largest χ² statistic over the labels: how far the column's sum over the label's
 * examples is from what independence would give. With a label's share of examples p, the column's sum t
 * and its sum o over the label's examples,
 *
 *     χ² = (o − p·t)² / (p·t) + ((t − o) − (1 − p)·t)² / ((1 − p)·t) = (o − p·t)² / (p·(1 − p)·t)
 *
 * that is scikit-learn's `chi2(X, Y[:, j])` for each label j, then the maximum (Yang & Pedersen 1997,
 * χ²_max). scikit-learn's own `chi2(X, Y)` of a multilabel Y adds up the first terms only. Labels that
 * no example or every example has say nothing and count 0.
 *
 * @param matrix no value negative, no column empty.
 * @throws RangeError where labels and matrix differ in rows.
 */
export function chi2(matrix: CsrMatrix, labels: FitLabels): Float64Array {
  if (labels.rows !== matrix.rows || labels.data.length !== labels.rows * labels.cols) {
    throw new RangeError(
      `chi2 needs labels of ${matrix.rows} rows, got ${labels.rows} × ${labels.cols} (${labels.data.length} values)`,
    );
  }
  const totals = sumRows(matrix, () => true);
  const best = new Float64Array(matrix.cols);
  for (let label = 0; label < labels.cols; label++) {
    const has = (row: number) => labels.data[row * labels.cols + label] === 1;
    let positives = 0;
    for (let row = 0; row < labels.rows; row++) if (has(row)) positives++;
    if (positives === 0 || positives === labels.rows) continue;
    const p = positives / labels.rows;
    const observed = sumRows(matrix, has);
    for (let column = 0; column < matrix.cols; column++) {
      const total = totals[column]!; // totals, observed and best have one entry per column
      const score = (observed[column]! - p * total) ** 2 / (p * (1 - p) * total);
      if (score > best[column]!) best[column] = score;
    }
  }
  return best;
}

function sumRows(matrix: CsrMatrix, use: (row: number) => boolean): Float64Array {
  const sums = new Float64Array(matrix.cols);
  for (let row = 0; row < matrix.rows; row++) {
    if (!use(row)) continue;
    // CsrMatrix: starts has rows + 1 entries, k is below the length of columns and values.
    for (let k = matrix.starts[row]!; k < matrix.starts[row + 1]!; k++) {
      sums[matrix.columns[k]!]! += matrix.values[k]!;
    }
  }
  return sums;
}
