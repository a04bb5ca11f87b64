import type { CsrMatrix } from "../CsrMatrix.js";
import { orthonormalize } from "./orthonormalize.js";
import { gram, multiply, multiplyTransposed } from "./products.js";
import { standardNormals } from "./standardNormals.js";
import { symmetricEigen } from "./symmetricEigen.js";

/** A singular value below this share of the largest is rounding: its square is that of the machine precision. */
const ROUNDING = 1e-7;

export interface SvdOptions {
  readonly components: number;
  readonly iterations: number;
  readonly oversampling: number;
  readonly seed: number;
}

/** The k largest singular values of a matrix, and what they belong to on the side of its columns. */
export interface TruncatedSvd {
  /** Descending. */
  readonly singularValues: Float64Array;
  /** Row-major [cols, k]: column j is the right singular vector of value j; 0 where that is 0. */
  readonly components: Float64Array;
}

/**
 * The k largest singular values and right singular vectors of a sparse matrix A, by randomised subspace iteration
 * (Halko, Martinsson and Tropp 2011, algorithms 4.4 and 5.1): an orthonormal basis Q of the range of (AAᵀ)^q·A·Ω, Ω
 * Gaussian with k + oversampling columns, made orthonormal anew after each of the q iterations; then the SVD of QᵀA,
 * from the eigenvectors of QᵀA·AᵀQ. The largest entry of each vector, by magnitude, is positive.
 */
export function truncatedSvd(
  matrix: CsrMatrix,
  { components: k, iterations, oversampling, seed }: SvdOptions,
): TruncatedSvd {
  const { rows, cols } = matrix;
  const width = Math.min(k + oversampling, rows, cols);
  let basis = multiply(matrix, standardNormals(cols * width, seed), width);
  orthonormalize(basis, width);
  for (let i = 0; i < iterations; i++) {
    basis = multiply(matrix, multiplyTransposed(matrix, basis, width), width);
    orthonormalize(basis, width);
  }
  const projected = multiplyTransposed(matrix, basis, width); // AᵀQ
  const { values, vectors } = symmetricEigen(gram(projected, width), width);
  const largest = Math.sqrt(Math.max(values[0] ?? 0, 0));
  const singularValues = Float64Array.from(values.subarray(0, k), (value) => {
    const sigma = Math.sqrt(Math.max(value, 0));
    return sigma > ROUNDING * largest ? sigma : 0;
  });
  const components = new Float64Array(cols * k);
  singularValues.forEach((sigma, j) => {
    if (sigma === 0) return;
    let peak = 0;
    for (let row = 0; row < cols; row++) {
      let sum = 0;
      for (let c = 0; c < width; c++) sum += projected[row * width + c]! * vectors[c * width + j]!; // in range
      components[row * k + j] = sum / sigma;
      if (Math.abs(sum) > Math.abs(peak)) peak = sum;
    }
    if (peak < 0) for (let row = 0; row < cols; row++) components[row * k + j]! *= -1;
  });
  return { singularValues, components };
}
