import { checkScores } from "../checks/checkScores.js";
import { show } from "../checks/show.js";
import type { ScoreMatrix } from "../Matrix.js";
import { checkKind } from "./checkKind.js";
import { isRows } from "./isRows.js";
import type { ScoreInput } from "./ScoreInput.js";

export interface ScoreMatrixOptions {
  /** Take any finite number, as a measure of the ranking alone does; default false: numbers in [0, 1]. */
  readonly anyReal?: boolean;
}

/**
 * Scores in any form as a matrix: a matrix as it is, an array of arrays copied, each number rounded to a 32-bit float.
 * @param argument the name that errors give the value
 * @throws RangeError when rows differ in length, a shape does not fit its data, or a score is NaN or out of range (naming
 *   row and column); TypeError when the value is neither form
 */
export function scoreMatrix(
  argument: string,
  value: ScoreInput,
  { anyReal = false }: ScoreMatrixOptions = {},
): ScoreMatrix {
  const matrix = isRows(argument, value) ? copied(argument, value) : value;
  checkKind(matrix, argument, "Float32Array");
  checkScores(matrix, argument, { anyReal });
  return matrix;
}

function copied(argument: string, value: readonly (readonly number[])[]): ScoreMatrix {
  const rows = value.length;
  // There is a first row, as isRows saw.
  const cols = value[0]!.length;
  const data = new Float32Array(rows * cols);
  value.forEach((row, i) => {
    for (let j = 0; j < cols; j++) {
      const entry = row[j];
      if (typeof entry !== "number") {
        throw new TypeError(
          `${argument} is ${show(entry)} at row ${i}, column ${j}; expected a number`,
        );
      }
      data[i * cols + j] = entry;
    }
  });
  return { rows, cols, data };
}
