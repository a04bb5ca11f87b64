import type { Matrix } from "../Matrix.js";
import { shapeOf } from "./checkMatrix.js";

/**
 * Checks that two matrices have the same shape.
 * @throws RangeError naming both matrices and both shapes
 */
export function checkSameShape(a: Matrix, aName: string, b: Matrix, bName: string): void {
  if (a.rows !== b.rows || a.cols !== b.cols) {
    throw new RangeError(
      `${aName} is ${shapeOf(a)} but ${bName} is ${shapeOf(b)} (examples × classes); expected the same shape`,
    );
  }
}
