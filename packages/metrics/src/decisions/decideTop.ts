import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import { rankDescending } from "./rankDescending.js";

/**
 * Predicts for each example the labels with the highest scores, of equal scores the first classes.
 * @param size number of labels for an example, given its scores in falling order and its row
 */
export function decideTop(
  { rows, cols, data }: ScoreMatrix,
  size: (falling: Float32Array, row: number) => number,
): LabelMatrix {
  const decided = new Uint8Array(data.length);
  const falling = new Float32Array(cols);
  for (let row = 0; row < rows; row++) {
    const scores = data.subarray(row * cols, (row + 1) * cols);
    const order = rankDescending(scores);
    // order holds each of the row's `cols` entries once, and k of them are decided for.
    for (let rank = 0; rank < cols; rank++) falling[rank] = scores[order[rank]!]!;
    const k = size(falling, row);
    for (let rank = 0; rank < k; rank++) decided[row * cols + order[rank]!] = 1;
  }
  return { rows, cols, data: decided };
}
