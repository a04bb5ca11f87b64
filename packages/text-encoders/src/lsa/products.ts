import type { CsrMatrix } from "../CsrMatrix.js";

/** A·X for a sparse A [rows, cols] and a dense row-major X [cols, width]: [rows, width]. */
export function multiply(matrix: CsrMatrix, dense: Float64Array, width: number): Float64Array {
  const { rows, starts, columns, values } = matrix;
  const product = new Float64Array(rows * width);
  // CsrMatrix: starts has rows + 1 entries, k is below the length of columns and values.
  for (let i = 0; i < rows; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      addScaled(product, i * width, values[k]!, dense, columns[k]! * width, width);
    }
  }
  return product;
}

/** Aᵀ·X for a sparse A [rows, cols] and a dense row-major X [rows, width]: [cols, width]. */
export function multiplyTransposed(
  matrix: CsrMatrix,
  dense: Float64Array,
  width: number,
): Float64Array {
  const { rows, cols, starts, columns, values } = matrix;
  const product = new Float64Array(cols * width);
  // As above.
  for (let i = 0; i < rows; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      addScaled(product, columns[k]! * width, values[k]!, dense, i * width, width);
    }
  }
  return product;
}

/** XᵀX of a dense row-major X [rows, width]: [width, width]. */
export function gram(dense: Float64Array, width: number): Float64Array {
  const product = new Float64Array(width * width);
  // a, b and row are in range throughout; what is below the diagonal mirrors what is above it.
  for (let row = 0; row < dense.length; row += width) {
    for (let a = 0; a < width; a++) {
      const value = dense[row + a]!;
      for (let b = a; b < width; b++) product[a * width + b]! += value * dense[row + b]!;
    }
  }
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < a; b++) product[a * width + b] = product[b * width + a]!;
  }
  return product;
}

/** target[t + j] += factor · source[s + j] for the `width` entries j. */
function addScaled(
  target: Float64Array,
  t: number,
  factor: number,
  source: Float64Array,
  s: number,
  width: number,
): void {
  for (let j = 0; j < width; j++) target[t + j]! += factor * source[s + j]!; // both have so many
}
