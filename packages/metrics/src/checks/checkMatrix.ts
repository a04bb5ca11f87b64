import type { Matrix } from "../Matrix.js";

/** "3 × 2": the shape as every error message writes it. */
export function shapeOf({ rows, cols }: Matrix): string {
  return `${rows} × ${cols}`;
}

/**
 * Checks that a matrix has at least one class and as many entries as its shape says.
 * @throws RangeError naming the matrix, its shape and the number of entries
 */
export function checkMatrix(matrix: Matrix, name: string): void {
  const { rows, cols, data } = matrix;
  if (!Number.isInteger(rows) || !Number.isInteger(cols) || rows < 0 || cols < 1) {
    throw new RangeError(`${name} has the shape ${shapeOf(matrix)}; expected rows ≥ 0, cols ≥ 1`);
  }
  if (data.length !== rows * cols) {
    throw new RangeError(
      `${name} has ${data.length} entries; its shape ${shapeOf(matrix)} needs ${rows * cols}`,
    );
  }
}
