/** Sweeps end when what is off the diagonal has this share of the matrix's norm. */
const TOLERANCE = 1e-15;
const MOST_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix [n, n] by cyclic Jacobi rotations (Golub and Van Loan,
 * Matrix Computations, 4th ed., 8.5), largest first.
 *
 * @returns `vectors`, row-major [n, n], whose column j belongs to `values[j]`.
 */
export function symmetricEigen(
  matrix: Float64Array,
  n: number,
): { values: Float64Array; vectors: Float64Array } {
  const a = Float64Array.from(matrix);
  // The vectors as rows, so that a rotation runs over neighbours.
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const total = Math.sqrt(a.reduce((sum, x) => sum + x * x, 0));
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, n) > TOLERANCE * total; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p * n + q]!; // p and q are below n throughout
        if (apq === 0) continue;
        const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        rotate(a, p * n, q * n, 1, n, c, t * c);
        rotate(a, p, q, n, n, c, t * c);
        rotate(v, p * n, q * n, 1, n, c, t * c);
      }
    }
  }
  const order = Array.from({ length: n }, (_, i) => i);
  order.sort((i, j) => a[j * n + j]! - a[i * n + i]!);
  const vectors = new Float64Array(n * n);
  order.forEach((from, j) => {
    for (let i = 0; i < n; i++) vectors[i * n + j] = v[from * n + i]!;
  });
  return { values: Float64Array.from(order, (i) => a[i * n + i]!), vectors };
}

/** (x, y) ← (c·x − s·y, s·x + c·y) for the `n` entries of two lines that begin at x and y, `stride` apart. */
function rotate(
  m: Float64Array,
  x: number,
  y: number,
  stride: number,
  n: number,
  c: number,
  s: number,
): void {
  for (let k = 0; k < n; k++) {
    const [i, j] = [x + k * stride, y + k * stride];
    const [u, w] = [m[i]!, m[j]!]; // in range: the lines have n entries
    m[i] = c * u - s * w;
    m[j] = s * u + c * w;
  }
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) sum += 2 * a[i * n + j]! ** 2; // in range
  }
  return Math.sqrt(sum);
}
