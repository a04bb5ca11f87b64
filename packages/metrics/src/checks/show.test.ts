import { expect, it } from "vitest";
import { show } from "./show.js";

it.each([
  ["1", '"1"'],
  [1, "1"],
  [Number.NaN, "NaN"],
  [Number.NEGATIVE_INFINITY, "-Infinity"],
  [undefined, "undefined"],
  [null, "null"],
  [true, "true"],
  [3n, "3"],
  [Symbol("k"), "Symbol(k)"],
  [{ k: [3] }, '{"k":[3]}'],
  [Math.max, "a function"],
  [Float32Array.of(1, 2), "a Float32Array"],
])("shows %s as %s, so that a string is told from a number", (value, text) => {
  expect(show(value)).toBe(text);
});

it("cuts a long value after 80 characters", () => {
  expect(show(Array(100).fill(0))).toMatch(/^\[(0,){39}0…$/);
});
