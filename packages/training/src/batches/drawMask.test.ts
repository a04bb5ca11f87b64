import { mersenne } from "pure-rand/generator/mersenne";
import { expect, test } from "vitest";
import { drawMask } from "./drawMask.js";

const draw = (rate: number, rows: number, columns: number, seed = 1): number[] => [
  ...drawMask({ columns, rate }, rows, mersenne(seed), new Float32Array(rows * columns)).data,
];

test("drops the stated share and scales the rest, so that the mean stays 1", () => {
  for (const rate of [0.1, 0.5, 0.9]) {
    const mask = draw(rate, 200, 301);
    const kept = Math.fround(1 / (1 - rate));
    expect(new Set(mask)).toEqual(new Set([0, kept]));
    const share = mask.filter((entry) => entry === 0).length / mask.length;
    // Four standard deviations of the share of 60,200 draws.
    expect(Math.abs(share - rate)).toBeLessThan(4 * Math.sqrt((rate * (1 - rate)) / mask.length));
  }
});

test("even and odd entries, which share a draw, are dropped independently", () => {
  const mask = draw(0.5, 100, 200);
  let both = 0;
  for (let i = 0; i < mask.length; i += 2) if (mask[i] === 0 && mask[i + 1] === 0) both += 1;
  expect(Math.abs(both / 10_000 - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / 10_000));
});

test("is set by the generator", () => {
  expect(draw(0.5, 3, 5)).toEqual(draw(0.5, 3, 5));
  expect(draw(0.5, 3, 5, 2)).not.toEqual(draw(0.5, 3, 5));
});
