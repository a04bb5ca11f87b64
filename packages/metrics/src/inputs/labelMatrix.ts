import { checkLabels } from "../checks/checkLabels.js";
import type { LabelMatrix } from "../Matrix.js";
import type { LabelInput } from "./LabelInput.js";
import { labelEntries } from "./labelEntries.js";

/**
 * Labels in any form as a matrix: a matrix as it is, an array of arrays copied; every entry is 0 or 1.
 * @param argument the name that errors give the value
 * @throws RangeError when rows differ in length, a shape does not fit its data, or an entry is no label (naming row and
 *   column); TypeError when the value is neither form
 */
export function labelMatrix(argument: string, value: LabelInput): LabelMatrix {
  const matrix = labelEntries(argument, value);
  // The entries of arrays have been checked where they were copied.
  if (matrix === value) checkLabels(matrix, argument);
  return matrix;
}
