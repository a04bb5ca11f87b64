import fc from "fast-check";
import { expect, test } from "vitest";
import { orthonormalize } from "./orthonormalize.js";
import { gram, multiply, multiplyTransposed } from "./products.js";
import { symmetricEigen } from "./symmetricEigen.js";

/** No number whose square underflows. */
const entry = fc
  .double({ min: -10, max: 10, noNaN: true })
  .map((x) => (Math.abs(x) < 1e-100 ? 0 : x));
const entries = (length: number) => fc.array(entry, { minLength: length, maxLength: length });

/** Rows [1, 0, 2], [0, 3, 0]. */
const sparse = {
  rows: 2,
  cols: 3,
  starts: Float64Array.of(0, 2, 3),
  columns: Int32Array.of(0, 2, 1),
  values: Float64Array.of(1, 2, 3),
};

test("multiply gives A·X, multiplyTransposed Aᵀ·X, gram XᵀX", () => {
  const x = Float64Array.of(1, 2, 3, 4, 5, 6);
  expect([...multiply(sparse, x, 2)]).toEqual([11, 14, 9, 12]);
  expect([...multiplyTransposed(sparse, x.subarray(0, 4), 2)]).toEqual([1, 2, 9, 12, 2, 4]);
  expect([...gram(x, 2)]).toEqual([35, 44, 44, 56]);
});

test("orthonormalize gives orthonormal columns that span what was there", () => {
  fc.assert(
    fc.property(entries(7 * 4), (values) => {
      const before = Float64Array.from(values);
      const q = Float64Array.from(values);
      orthonormalize(q, 4);
      gram(q, 4).forEach((product, at) => {
        const [i, j] = [Math.floor(at / 4), at % 4];
        if (i === j) expect(Math.min(Math.abs(product - 1), Math.abs(product))).toBeLessThan(1e-12);
        else expect(Math.abs(product)).toBeLessThan(1e-12);
      });
      // Q·Qᵀ·A = A
      const coefficients = gramOf(q, before);
      before.forEach((value, at) => {
        const [row, column] = [Math.floor(at / 4), at % 4];
        let sum = 0;
        for (let c = 0; c < 4; c++) sum += q[row * 4 + c]! * coefficients[c * 4 + column]!; // in range
        expect(Math.abs(sum - value)).toBeLessThan(1e-9);
      });
    }),
  );
});

/** QᵀA of two matrices [rows, 4]. */
function gramOf(q: Float64Array, a: Float64Array): Float64Array {
  const product = new Float64Array(16);
  for (let row = 0; row < q.length; row += 4) {
    for (let at = 0; at < 16; at++)
      product[at]! += q[row + Math.floor(at / 4)]! * a[row + (at % 4)]!; // in range
  }
  return product;
}

test("orthonormalize makes a column 0 that lies in the span of those before it", () => {
  const q = Float64Array.of(1, 2, 0, 0, 0, 1); // columns (1, 0, 0), (2, 0, 1)
  orthonormalize(q, 2);
  expect([...q]).toEqual([1, 0, 0, 0, 0, 1]);
  const dependent = Float64Array.of(3, 6, 4, 8);
  orthonormalize(dependent, 2);
  [0.6, 0, 0.8, 0].forEach((x, at) => {
    expect(dependent[at]).toBeCloseTo(x, 12);
  });
});

test("symmetricEigen gives eigenvalues, largest first, and orthonormal eigenvectors", () => {
  fc.assert(
    fc.property(entries(25), (values) => {
      const a = Float64Array.from(
        values,
        (x, at) => x + values[(at % 5) * 5 + Math.floor(at / 5)]!,
      ); // symmetric
      const { values: lambda, vectors } = symmetricEigen(a, 5);
      const scale = Math.hypot(...a) + 1e-300;
      for (let j = 0; j < 5; j++) {
        if (j > 0) expect(lambda[j]).toBeLessThanOrEqual(lambda[j - 1]!); // 5 of them
        for (let i = 0; i < 5; i++) {
          let product = 0;
          for (let k = 0; k < 5; k++) product += a[i * 5 + k]! * vectors[k * 5 + j]!; // in range
          expect(Math.abs(product - lambda[j]! * vectors[i * 5 + j]!)).toBeLessThan(1e-12 * scale); // in range
        }
      }
      gram(vectors, 5).forEach((product, at) => {
        expect(Math.abs(product - (at % 6 === 0 ? 1 : 0))).toBeLessThan(1e-12);
      });
    }),
  );
});
