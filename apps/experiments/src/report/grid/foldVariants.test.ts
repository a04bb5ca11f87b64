import { expect, test } from "vitest";
import { handMadeResults } from "../handMadeResults.test.fixture.js";
import { foldToChosen, foldVariants } from "./foldVariants.js";
import { gridResults } from "./gridResults.test.fixture.js";

const lossesOf = ({ results }: ReturnType<typeof foldVariants>) => [
  ...new Set(results.rows.map(({ loss }) => loss)),
];

test("foldVariants keeps the file's own values under the loss's name, and validation's choice", () => {
  const results = gridResults(
    { beta: 5 },
    [
      { base: "sigmoid-f1", grid: { beta: 1 }, seeds: [0.7, 0.8] },
      { base: "sigmoid-f1", grid: { beta: 5 }, seeds: [0.5, 0.6] },
      { base: "sigmoid-f1", grid: { beta: 9 }, seeds: [0.1, 0.2] },
    ],
    { random: { "threshold-0.5": [0.2, 0.2] } },
  );
  const folded = foldVariants(results);
  expect(lossesOf(folded)).toEqual(["sigmoid-f1 beta=1", "sigmoid-f1", "random"]);
  expect(folded).toMatchObject({ variants: 3, rowsLeftOut: 2 });
});

test("foldVariants shows one row where validation chooses the file's own values", () => {
  const results = gridResults({ beta: 5 }, [
    { base: "a", grid: { beta: 5 }, seeds: [0.9] },
    { base: "a", grid: { beta: 9 }, seeds: [0.1] },
  ]);
  expect(lossesOf(foldVariants(results))).toEqual(["a"]);
});

test("foldVariants shows validation's choice alone where the grid leaves the file's values out", () => {
  const results = gridResults({ beta: null }, [
    { base: "a", grid: { beta: 5 }, seeds: [0.9] },
    { base: "a", grid: { beta: 9 }, seeds: [0.1] },
  ]);
  expect(lossesOf(foldVariants(results))).toEqual(["a beta=5"]);
});

test("foldVariants does not choose a corruption of the data, however well it does", () => {
  const flipped = "corruption.flippedLabels";
  const results = gridResults({ [flipped]: 0, beta: 5 }, [
    { base: "a", grid: { [flipped]: 0, beta: 5 }, seeds: [0.5] },
    { base: "a", grid: { [flipped]: 0, beta: 7 }, seeds: [0.6] },
    { base: "a", grid: { [flipped]: 0.1, beta: 7 }, seeds: [0.9] },
  ]);
  expect(lossesOf(foldVariants(results))).toEqual(["a", "a corruption.flippedLabels=0 beta=7"]);
});

test("foldVariants takes the runs along", () => {
  const results = gridResults({ beta: 5 }, [
    { base: "a", grid: { beta: 5 }, seeds: [0.9] },
    { base: "a", grid: { beta: 9 }, seeds: [0.1] },
  ]);
  const run = { seed: 0, rows: [], history: [], warnings: [], seconds: 1 };
  const curve = { thresholds: [], microF1: [], macroF1: [] };
  const runs = ["a beta=5", "a beta=9", "random"].map((loss) => ({ ...run, curve, loss }));
  expect(foldVariants(results, runs).runs.map(({ loss }) => loss)).toEqual(["a", "random"]);
});

test("foldVariants keeps results without a grid as they are", () => {
  const results = handMadeResults({ a: { r: [0.1] }, random: { r: [0.2] } });
  expect(foldVariants(results)).toMatchObject({ results, variants: 0, rowsLeftOut: 0 });
});

test("foldToChosen keeps validation's choice alone, under the loss's name, and what no grid multiplies", () => {
  const results = gridResults(
    { beta: 5 },
    [
      { base: "a", grid: { beta: 5 }, seeds: [0.5] },
      { base: "a", grid: { beta: 9 }, seeds: [0.9] },
    ],
    { random: { "threshold-0.5": [0.2] } },
  );
  const rows = foldToChosen(results).rows.map(({ loss, metrics }) => [loss, metrics.exampleF1]);
  expect(rows).toEqual([
    ["a", 0.9],
    ["random", 0.2],
  ]);
});
