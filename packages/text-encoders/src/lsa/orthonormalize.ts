/** A column that keeps less of its length than this lies in the span of those before it. */
const DEPENDENT = 1e-12;

/**
 * Makes the columns of a row-major matrix [rows, width] orthonormal, in place: Gram–Schmidt, each column projected
 * twice ("twice is enough": Giraud, Langou and Rozložník 2005). A column in the span of those before it becomes 0.
 */
export function orthonormalize(matrix: Float64Array, width: number): void {
  const coefficients = new Float64Array(width);
  const norm = (j: number) => {
    let sum = 0;
    for (let at = j; at < matrix.length; at += width) sum += matrix[at]! ** 2; // in range
    return Math.sqrt(sum);
  };
  for (let j = 0; j < width; j++) {
    const before = norm(j);
    for (let pass = 0; pass < 2; pass++) {
      coefficients.fill(0);
      // Rows are contiguous; row + c, c < j, is in range.
      for (let row = 0; row < matrix.length; row += width) {
        const value = matrix[row + j]!;
        for (let c = 0; c < j; c++) coefficients[c]! += value * matrix[row + c]!;
      }
      for (let row = 0; row < matrix.length; row += width) {
        let projection = 0;
        for (let c = 0; c < j; c++) projection += coefficients[c]! * matrix[row + c]!;
        matrix[row + j]! -= projection;
      }
    }
    const after = norm(j);
    const scale = after > DEPENDENT * before ? 1 / after : 0;
    for (let at = j; at < matrix.length; at += width) matrix[at]! *= scale;
  }
}
