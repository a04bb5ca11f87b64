import { checkMatrix } from "../checks/checkMatrix.js";
import { show } from "../checks/show.js";
import type { LabelMatrix } from "../Matrix.js";
import { checkKind } from "./checkKind.js";
import { isRows } from "./isRows.js";
import type { LabelInput } from "./LabelInput.js";

/**
 * Labels as a matrix of the right shape. The entries of arrays are checked, those of a matrix are not: for a caller
 * that checks them in its own pass; otherwise `labelMatrix`.
 * @throws RangeError or TypeError naming the argument, and the row and column of a wrong entry
 */
export function labelEntries(argument: string, value: LabelInput): LabelMatrix {
  if (!isRows(argument, value)) {
    checkKind(value, argument, "Uint8Array");
    checkMatrix(value, argument);
    return value;
  }
  const rows = value.length;
  // There is a first row, as isRows saw.
  const cols = value[0]!.length;
  const data = new Uint8Array(rows * cols);
  value.forEach((row, i) => {
    for (let j = 0; j < cols; j++) {
      const entry = row[j];
      if (entry !== 0 && entry !== 1 && entry !== false && entry !== true) {
        throw new RangeError(
          `${argument} is ${show(entry)} at row ${i}, column ${j}; expected 0 or 1 (or false or true)`,
        );
      }
      data[i * cols + j] = Number(entry);
    }
  });
  return { rows, cols, data };
}
