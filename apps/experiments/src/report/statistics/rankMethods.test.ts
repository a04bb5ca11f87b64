import { expect, test } from "vitest";
import { rankMethods } from "./rankMethods.js";

const column = (...values: readonly number[]) => new Map(values.map((value, i) => [i, value]));

test("rankMethods ranks the highest value first and averages over blocks", () => {
  const ranking = rankMethods(
    new Map([
      ["worst", column(0.1, 0.2, 0.1, 0.1)],
      ["best", column(0.9, 0.8, 0.9, 0.7)],
      ["middle", column(0.5, 0.5, 0.5, 0.8)],
    ]),
  );
  expect(ranking?.methods).toEqual([
    { name: "best", meanRank: 1.25 },
    { name: "middle", meanRank: 1.75 },
    { name: "worst", meanRank: 3 },
  ]);
  expect(ranking?.blocks).toBe(4);
  // χ² = 12·4/(3·4) · (.75² + .25² + 1) = 6.5 and F = 3·6.5/(4·2 − 6.5) = 13 with 2 and 6 degrees of freedom.
  expect(ranking?.p).toBeCloseTo((1 + (2 * 13) / 6) ** -3, 10);
});

test("rankMethods leaves out blocks that lack a method", () => {
  const full = column(0.3, 0.2, 0.1, 0.4);
  const short = new Map([...column(0.1, 0.1, 0.2, 0.2)].filter(([block]) => block !== 0));
  expect(
    rankMethods(
      new Map([
        ["a", full],
        ["b", full],
        ["c", short],
      ]),
    )?.blocks,
  ).toBe(3);
});

test("rankMethods gives nothing for fewer than three methods or blocks", () => {
  const three = column(1, 2, 3);
  expect(
    rankMethods(
      new Map([
        ["a", three],
        ["b", three],
      ]),
    ),
  ).toBeUndefined();
  const two = column(1, 2);
  expect(
    rankMethods(
      new Map([
        ["a", two],
        ["b", two],
        ["c", two],
      ]),
    ),
  ).toBeUndefined();
});
