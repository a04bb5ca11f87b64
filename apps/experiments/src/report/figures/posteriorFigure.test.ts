import { expect, test } from "vitest";
import type { RunRecord } from "../../results/Results.js";
import { posteriorFigure } from "./posteriorFigure.js";

const run = (seed: number, values: readonly number[]): RunRecord => ({
  loss: "s",
  seed,
  rows: [],
  history: [],
  curve: { thresholds: [], microF1: [], macroF1: [] },
  warnings: [],
  diagnostics: {
    draws: values.length,
    acceptance: 0.8,
    stepSize: 0.1,
    parameters: [{ name: "beta", mean: 0, sd: 1, ess: 1, rHat: 1, values }],
  },
  seconds: 1,
});
interface Drawn {
  readonly concat: readonly {
    readonly title: { readonly text: readonly string[] };
    readonly layer: readonly { readonly data: { readonly values: readonly Point[] } }[];
  }[];
}
interface Point {
  readonly x: number;
  readonly mean: number;
}
const summary = { losses: ["s"], series: new Map([["s", 0]]) };

test("posteriorFigure draws each density until it has come down, three kernel widths beyond the draws", () => {
  const figure = posteriorFigure([run(0, [1, 3]), run(1, [2, 6])], summary);
  const { concat } = figure!.spec as unknown as Drawn; // there are draws
  expect(concat.map(({ title }) => title.text)).toEqual([["beta of s"]]);
  const curves = (concat[0]?.layer ?? []).map(({ data }) => data.values);
  expect(curves).toHaveLength(4); // two seeds, and the band and the line of their mean
  // of 2 and 6 the width is .9 · 2/1.34 · 2^(−1/5) = 1.1694; of 1 and 3 half of it
  expect(curves[0]?.[0]?.x).toBeCloseTo(2 - 3 * 1.1694, 3);
  expect(curves[0]?.at(-1)?.x).toBeCloseTo(6 + 3 * 1.1694, 3);
  for (const curve of curves) {
    const highest = Math.max(...curve.map(({ mean }) => mean));
    for (const end of [curve[0], curve.at(-1)]) expect(end?.mean).toBeLessThan(0.02 * highest);
  }
});

test("posteriorFigure is undefined where no draws were kept, or all are equal", () => {
  expect(posteriorFigure([run(0, [2, 2])], summary)).toBeUndefined();
  expect(posteriorFigure([run(0, [])], summary)).toBeUndefined();
});
