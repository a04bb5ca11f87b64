import type { Batch } from "../Rows.js";

/**
 * 12 examples × 5 classes. The first example has no label, the second has all; the last class is, but for it,
 * absent. No logit lies on a kink of a loss.
 */
export const batch: Batch = {
  labels: matrix((i, j) =>
    i === 1 || (i > 1 && j < 4 && Math.sin(2.1 * i + 1.3 * j) > 0.2) ? 1 : 0,
  ),
  logits: matrix((i, j) => Math.fround(3 * Math.sin(1.7 * i + 2.3 * j + 0.4))),
};

function matrix(entry: (i: number, j: number) => number): number[][] {
  return Array.from({ length: 12 }, (_, i) => Array.from({ length: 5 }, (_, j) => entry(i, j)));
}
