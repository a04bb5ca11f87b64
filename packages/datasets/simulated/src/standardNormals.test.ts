import { mersenne } from "pure-rand/generator/mersenne";
import { expect, test } from "vitest";
import { standardNormals } from "./standardNormals.js";

test("standardNormals has the moments of the standard normal and no correlation of neighbours", () => {
  const n = 100_000;
  const normal = standardNormals(mersenne(1));
  const draws = Array.from({ length: n }, normal);
  const mean = (of: (x: number, index: number) => number) =>
    draws.reduce((sum, x, index) => sum + of(x, index), 0) / n;
  // Five standard errors of each: √(1/n), √(2/n), √(15/n), √(96/n), √(1/n).
  expect(Math.abs(mean((x) => x))).toBeLessThan(5 * Math.sqrt(1 / n));
  expect(Math.abs(mean((x) => x ** 2) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  expect(Math.abs(mean((x) => x ** 3))).toBeLessThan(5 * Math.sqrt(15 / n));
  expect(Math.abs(mean((x) => x ** 4) - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
  expect(Math.abs(mean((x, i) => x * (draws[i + 1] ?? 0)))).toBeLessThan(5 * Math.sqrt(1 / n));
});
