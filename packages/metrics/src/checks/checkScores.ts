import type { ScoreMatrix } from "../Matrix.js";
import { checkMatrix } from "./checkMatrix.js";

/**
 * Checks the shape of a score matrix and that every entry lies in [0, 1].
 * @throws RangeError naming row and column of the first entry that is NaN or outside
 */
export function checkScores(scores: ScoreMatrix): void {
  checkMatrix(scores, "scores");
  const { data, cols } = scores;
  // k stays below data.length.
  for (let k = 0; k < data.length; k++) {
    if (!(data[k]! >= 0 && data[k]! <= 1)) {
      throw new RangeError(
        `scores is ${data[k]} at row ${Math.floor(k / cols)}, column ${k % cols}; expected a number in [0, 1]`,
      );
    }
  }
}
