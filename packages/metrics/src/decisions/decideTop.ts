import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import { rankDescending } from "./rankDescending.js";

/**
 * Predicts for each example the labels with the highest scores, of equal scores the first classes.
 * @param size number of labels for an example, given its scores in falling order
 */
export function decideTop(
  { rows, cols, data }: ScoreMatrix,
  size: (falling: Float32Array) => number,
): LabelMatrix {
  const decided = new Uint8Array(data.length);
  for (let row = 0; row < rows; row++) {
    const scores = data.subarray(row * cols, (row + 1) * cols);
    const order = rankDescending(scores);
    // order holds each of the row's `cols` entries once.
    const k = size(Float32Array.from(order, (j) => scores[j]!));
    for (const j of order.subarray(0, k)) decided[row * cols + j] = 1;
  }
  return { rows, cols, data: decided };
}
