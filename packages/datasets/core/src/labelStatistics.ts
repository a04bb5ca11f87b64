import type { LabelMatrix } from "./LabelMatrix.js";

export interface LabelStatistics {
  readonly examples: number;
  readonly classes: number;
  /** Mean number of labels of an example; 0 without examples. */
  readonly cardinality: number;
  /** `cardinality / classes`: the share of ones in the matrix; 0 without classes. */
  readonly density: number;
  /** Examples of each label, by column. */
  readonly counts: readonly number[];
  /** `labelsPerExample[k]` examples have exactly k labels; the last entry is not 0. */
  readonly labelsPerExample: readonly number[];
}

/** Counts what a label matrix holds. */
export function labelStatistics({ rows, cols, data }: LabelMatrix): LabelStatistics {
  const counts = new Array<number>(cols).fill(0);
  const labelsPerExample: number[] = [];
  let total = 0;
  for (let row = 0; row < rows; row++) {
    let ofRow = 0;
    for (let col = 0; col < cols; col++) {
      if (data[row * cols + col] === 1) {
        ofRow++;
        counts[col] = (counts[col] ?? 0) + 1;
      }
    }
    while (labelsPerExample.length <= ofRow) labelsPerExample.push(0);
    labelsPerExample[ofRow] = (labelsPerExample[ofRow] ?? 0) + 1;
    total += ofRow;
  }
  const cardinality = rows === 0 ? 0 : total / rows;
  const density = cols === 0 ? 0 : cardinality / cols;
  return { examples: rows, classes: cols, cardinality, density, counts, labelsPerExample };
}
