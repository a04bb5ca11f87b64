import type { Rows } from "./Rows.js";

/** The cells of one soft confusion matrix. */
export interface Cells {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

/** 1 − the average of a metric over the soft confusion matrices, cell by cell. */
export function confusionReference(
  labels: Rows,
  scores: Rows,
  metric: (cells: Cells) => number,
  average: "macro" | "micro" | "samples" = "macro",
): number {
  const matrices = new Map<number, Cells>();
  labels.forEach((row, i) => {
    row.forEach((y, j) => {
      const key = { macro: j, micro: 0, samples: i }[average];
      const cells = matrices.get(key) ?? { tp: 0, fp: 0, fn: 0, tn: 0 };
      const s = scores[i]?.[j] ?? Number.NaN;
      cells.tp += s * y;
      cells.fp += s * (1 - y);
      cells.fn += (1 - s) * y;
      cells.tn += (1 - s) * (1 - y);
      matrices.set(key, cells);
    });
  });
  const values = [...matrices.values()].map((cells) => metric(cells));
  return 1 - values.reduce((a, b) => a + b, 0) / values.length;
}
