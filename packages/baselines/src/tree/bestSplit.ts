import type { CompressedRows } from "../features/CompressedRows.js";
import type { Turns } from "../turns/Turns.js";
import type { TreeNode } from "./TreeNode.js";

/** Examples whose feature `column` is at most `threshold` go left. */
export interface Split {
  readonly column: number;
  readonly threshold: number;
}

/**
 * The split of a node with the least entropy summed over classes, of its two sides weighted by their examples; of equal
 * ones that of the first column, and there the lowest. Thresholds lie midway between neighbouring values. Undefined where
 * no split leaves `least` examples on each side.
 * @param positives the classes of each example
 * @param xLogX x log x of 0 … number of examples
 */
export async function bestSplit(
  { rows, columns, counts }: TreeNode,
  positives: CompressedRows,
  xLogX: Float64Array,
  least: number,
  turns: Turns,
): Promise<Split | undefined> {
  const size = rows.length;
  // Of the others both sides are pure, however they are split.
  const mixed = Uint32Array.from(counts.keys()).filter((j) => counts[j]! > 0 && counts[j]! < size);
  const left = new Uint32Array(counts.length);
  const zeros = new Uint32Array(counts.length);
  // Classes, rows, positions and counts are in range throughout.
  const addClasses = (row: number, into: Uint32Array, sign: number) => {
    for (let k = positives.starts[row]!; k < positives.starts[row + 1]!; k++) {
      into[positives.columns[k]!]! += sign;
    }
  };
  /** n log n − Σ (c log c + (n − c) log(n − c)), n log n being once for each class: the entropy in nats, times n. */
  const entropy = (onLeft: number) => {
    const onRight = size - onLeft;
    let sum = mixed.length * (xLogX[onLeft]! + xLogX[onRight]!);
    for (const j of mixed) {
      const [l, r] = [left[j]!, counts[j]! - left[j]!];
      sum -= xLogX[l]! + xLogX[onLeft - l]! + xLogX[r]! + xLogX[onRight - r]!;
    }
    return sum;
  };
  // The same two sides, or the two exchanged, are equal but for rounding.
  const rounding = 1e-13 * mixed.length * xLogX[size]!;
  let best: Split | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const [c, column] of columns.columns.entries()) {
    if (turns.over) await turns.next();
    const [start, end] = [columns.starts[c]!, columns.starts[c + 1]!];
    const ofZero = size - (end - start);
    for (const j of mixed) left[j] = 0;
    if (ofZero > 0) {
      for (const j of mixed) zeros[j] = counts[j]!;
      for (let k = start; k < end; k++) addClasses(columns.rows[k]!, zeros, -1);
    }
    let onLeft = 0;
    let previous = Number.NaN;
    let zerosLeft = ofZero > 0;
    for (let k = start; k < end || zerosLeft; ) {
      const isZero = zerosLeft && (k === end || columns.values[k]! > 0);
      const value = isZero ? 0 : columns.values[k]!;
      if (value > previous && onLeft >= least && size - onLeft >= least) {
        const sum = entropy(onLeft);
        if (sum < lowest - rounding) {
          lowest = sum;
          best = { column, threshold: previous / 2 + value / 2 };
        }
      }
      if (isZero) {
        for (const j of mixed) left[j]! += zeros[j]!;
        onLeft += ofZero;
        zerosLeft = false;
      } else {
        addClasses(columns.rows[k++]!, left, 1);
        onLeft++;
      }
      previous = value;
    }
  }
  return best;
}
