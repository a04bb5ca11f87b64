import fc from "fast-check";
import { expect, test } from "vitest";
import { expandGrid } from "./expandGrid.js";
import type { GridProduct } from "./readGrid.js";

const product = (axes: Readonly<Record<string, readonly unknown[]>>): GridProduct => ({
  place: ["grid"],
  axes: Object.entries(axes).map(([path, values]) => ({
    path,
    values,
    place: ["grid", path],
    places: values.map((_, i) => ["grid", path, i]),
  })),
});

test("expandGrid combines every value of a product with every other, the last axis fastest", () => {
  const combinations = expandGrid([product({ a: [1, 2], b: ["x", "y"] })], { a: 9, b: "z" });
  expect(combinations.map(({ given }) => given)).toEqual([
    { a: 1, b: "x" },
    { a: 1, b: "y" },
    { a: 2, b: "x" },
    { a: 2, b: "y" },
  ]);
});

test("expandGrid joins products; an axis that one of them lacks has the file's value there", () => {
  const combinations = expandGrid([product({ a: [1] }), product({ b: [2, 3] })], { a: 0, b: 0 });
  expect(combinations.map(({ values }) => values)).toEqual([
    { a: 1, b: 0 },
    { a: 0, b: 2 },
    { a: 0, b: 3 },
  ]);
});

test("expandGrid keeps the first of combinations that come to the same values", () => {
  const combinations = expandGrid([product({ a: [0, 1, 1] }), product({ b: [0, 2] })], {
    a: 0,
    b: 0,
  });
  expect(combinations.map(({ given }) => given)).toEqual([{ a: 0 }, { a: 1 }, { b: 2 }]);
});

test("expandGrid gives as many combinations as the product of the axes' lengths", () => {
  const distinct = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(distinct, distinct, distinct, (a, b, c) => {
      const combinations = expandGrid([product({ a, b, c })], { a: null, b: null, c: null });
      expect(combinations).toHaveLength(a.length * b.length * c.length);
    }),
  );
});
