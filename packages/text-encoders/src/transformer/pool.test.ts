import { expect, test } from "vitest";
import { pool } from "./pool.js";

/** Two rows of two tokens of two features; the second row's second token is padding. */
const hidden = { data: Float32Array.of(1, 6, 3, 2, 5, 5, 9, 9), longest: 2, dimension: 2 };

test.each([
  ["cls", [1, 6], [5, 5]],
  ["mean", [2, 4], [5, 5]],
  ["max", [3, 6], [5, 5]],
] as const)("pool by %s reads a row's own tokens, not its padding", (pooling, first, second) => {
  const target = new Float32Array(2);
  pool(hidden, 0, 2, pooling, target);
  expect([...target]).toEqual(first);
  pool(hidden, 1, 1, pooling, target);
  expect([...target]).toEqual(second);
});

test.each(["cls", "mean", "max"] as const)("pool by %s of no tokens is 0", (pooling) => {
  const target = new Float32Array(2);
  pool(hidden, 0, 0, pooling, target);
  expect([...target]).toEqual([0, 0]);
});
