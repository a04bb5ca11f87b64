import type { LabelMatrix } from "../Matrix.js";
import { checkMatrix } from "./checkMatrix.js";

/**
 * Checks the shape of a label matrix and that every entry is 0 or 1.
 * @throws RangeError naming the matrix, row and column of the first other entry
 */
export function checkLabels(labels: LabelMatrix, name: string): void {
  checkMatrix(labels, name);
  const { data, cols } = labels;
  // k stays below data.length.
  for (let k = 0; k < data.length; k++) {
    if (data[k]! > 1) {
      throw new RangeError(
        `${name} is ${data[k]} at row ${Math.floor(k / cols)}, column ${k % cols}; expected 0 or 1`,
      );
    }
  }
}
