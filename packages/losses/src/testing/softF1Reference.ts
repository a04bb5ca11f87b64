import type { Rows } from "./Rows.js";

/** 1 − the average of 2tp/(2tp+fn+fp+ε) over the soft confusion matrices, cell by cell. */
export function softF1Reference(
  labels: Rows,
  scores: Rows,
  average: "macro" | "micro" | "samples" = "macro",
  smooth = 0,
): number {
  const matrices = new Map<number, { tp: number; fp: number; fn: number }>();
  labels.forEach((row, i) => {
    row.forEach((y, j) => {
      const key = { macro: j, micro: 0, samples: i }[average];
      const cells = matrices.get(key) ?? { tp: 0, fp: 0, fn: 0 };
      const s = scores[i]?.[j] ?? Number.NaN;
      cells.tp += s * y;
      cells.fp += s * (1 - y);
      cells.fn += (1 - s) * y;
      matrices.set(key, cells);
    });
  });
  const f1 = [...matrices.values()].map(
    ({ tp, fp, fn }) => (2 * tp + smooth) / (2 * tp + fn + fp + 1e-16 + smooth),
  );
  return 1 - f1.reduce((a, b) => a + b, 0) / f1.length;
}
