import type { LabelMatrix } from "../Matrix.js";

/** The label matrices of a random case of `golden/generate_scores.py`, drawn as it draws them. */
export function randomCase(seed: number): { yTrue: LabelMatrix; yPred: LabelMatrix } {
  let state = Math.imul(2654435761, seed) >>> 0;
  const below = (n: number) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return ((state >>> 16) * n) >>> 16;
  };
  const rows = 1 + below(8);
  const cols = 2 + below(4);
  const matrix = (tenths: number) => ({
    rows,
    cols,
    data: Uint8Array.from({ length: rows * cols }, () => (below(10) < tenths ? 1 : 0)),
  });
  return { yTrue: matrix(below(11)), yPred: matrix(below(11)) };
}
