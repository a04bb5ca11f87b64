import { expect, test } from "vitest";
import { kernelDensity } from "./kernelDensity.js";

test("kernelDensity is the mean of Gaussians of Silverman's width", () => {
  // sd 1, IQR 1, n = 2: width .9 · 1/1.34 · 2^(−1/5) = .584699
  const width = 0.584699;
  const gaussian = (x: number) =>
    Math.exp(-0.5 * (x / width) ** 2) / (width * Math.sqrt(2 * Math.PI));
  const density = kernelDensity([1, 3]);
  for (const x of [0, 1, 2.5])
    expect(density(x)).toBeCloseTo((gaussian(x - 1) + gaussian(x - 3)) / 2, 5);
});

test("kernelDensity integrates to 1", () => {
  const density = kernelDensity([0, 1, 1.5, 4]);
  let sum = 0;
  for (let x = -10; x < 15; x += 0.01) sum += 0.01 * density(x);
  expect(sum).toBeCloseTo(1, 4);
});
