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

/**
 * Labels in pairs: the first of pair p occurs with probability `0.5 / (p + 1)`; the second in 7 of 10 examples
 * that have the first, in 1 of 20 others.
 */
export function pairedLabels(rows: number, pairs: number, seed: number): LabelMatrix {
  const generator = mersenne(seed);
  const data = new Uint8Array(rows * pairs * 2);
  for (let at = 0; at < data.length; at += 2) {
    const first = uniformFloat64(generator) < 0.5 / (((at / 2) % pairs) + 1);
    const second = uniformFloat64(generator) < (first ? 0.7 : 0.05);
    data.set([Number(first), Number(second)], at);
  }
  return { rows, cols: pairs * 2, data };
}

/** Examples of each pair of distinct classes among the given rows. */
export function pairCounts({ cols, data }: LabelMatrix, rows: readonly number[]): number[] {
  const counts: number[] = [];
  for (let one = 0; one < cols; one++) {
    for (let other = one + 1; other < cols; other++) {
      counts.push(
        rows.filter((row) => data[row * cols + one] === 1 && data[row * cols + other] === 1).length,
      );
    }
  }
  return counts;
}
