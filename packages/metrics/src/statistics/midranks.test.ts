import { expect, it } from "vitest";
import { midranks } from "./midranks.js";

it("midranks gives ties the mean of their ranks and sums t³ − t over them", () => {
  const { ranks, tieTerm } = midranks([3, 1, 3, -2, 3, 1]);
  expect([...ranks]).toEqual([5, 2.5, 5, 1, 5, 2.5]);
  expect(tieTerm).toBe(24 + 6);
});

it("midranks of distinct values has no tie term, and of no values no ranks", () => {
  expect(midranks([0.2, -1, 7])).toEqual({ ranks: Float64Array.of(2, 1, 3), tieTerm: 0 });
  expect(midranks([])).toEqual({ ranks: new Float64Array(), tieTerm: 0 });
});
