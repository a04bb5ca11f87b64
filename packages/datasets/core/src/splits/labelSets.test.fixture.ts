import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import type { LabelMatrix } from "../LabelMatrix.js";

/** Independent labels; class c occurs with probability `frequency / (c + 1)`. */
export function imbalancedLabels(
  rows: number,
  cols: number,
  frequency: number,
  seed: number,
): LabelMatrix {
  const generator = mersenne(seed);
  const data = Uint8Array.from({ length: rows * cols }, (_, index) =>
    uniformFloat64(generator) < frequency / ((index % cols) + 1) ? 1 : 0,
  );
  return { rows, cols, data };
}

/** Examples of each class among the given rows. */
export function classCounts({ cols, data }: LabelMatrix, rows: readonly number[]): number[] {
  return Array.from({ length: cols }, (_, col) =>
    rows.reduce((count, row) => count + (data[row * cols + col] ?? 0), 0),
  );
}
