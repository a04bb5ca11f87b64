import type { ScoreMatrix } from "../Matrix.js";
import { checkMatrix } from "./checkMatrix.js";

/**
 * Checks the shape of a score matrix and that every entry lies in [0, 1], or is finite with `anyReal`.
 * @throws RangeError naming the matrix, row and column of the first entry that is NaN or outside
 */
export function checkScores(
  scores: ScoreMatrix,
  name = "scores",
  { anyReal = false }: { readonly anyReal?: boolean } = {},
): void {
  checkMatrix(scores, name);
  const { data, cols } = scores;
  const [low, high] = anyReal ? [-Number.MAX_VALUE, Number.MAX_VALUE] : [0, 1];
  // k stays below data.length.
  for (let k = 0; k < data.length; k++) {
    if (!(data[k]! >= low && data[k]! <= high)) {
      throw new RangeError(
        `${name} is ${data[k]} at row ${Math.floor(k / cols)}, column ${k % cols}; expected ${
          anyReal ? "a finite number" : "a number in [0, 1]"
        }`,
      );
    }
  }
}
