import { expect, it } from "vitest";
import { chiSquareTail } from "./chiSquareTail.js";

it("chiSquareTail with 2 degrees of freedom is exp(−x/2)", () => {
  for (const x of [0, 0.1, 3, 40, 400]) {
    expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
  }
});

it("chiSquareTail has the tables' 5 % points", () => {
  expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 14);
  expect(chiSquareTail(18.307038053275146, 10)).toBeCloseTo(0.05, 13);
});
