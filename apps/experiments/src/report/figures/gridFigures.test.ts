import { expect, test } from "vitest";
import type { Results } from "../../results/Results.js";
import { gridResults, type HandMadeVariant } from "../grid/gridResults.test.fixture.js";
import { gridView } from "../grid/gridView.js";
import { summarise } from "../statistics/summarise.js";
import type { Figure } from "./Figure.js";
import { gridHeatMaps } from "./gridHeatMaps.js";
import { gridLineFigures } from "./gridLineFigures.js";
import { renderSvg } from "./renderSvg.js";

type Draw = typeof gridHeatMaps;

function drawn(
  figures: Draw,
  fileValues: Readonly<Record<string, unknown>>,
  variants: readonly HandMadeVariant[],
): Figure[] {
  const baseline = { random: { "threshold-0.5": [0.3, 0.3] } };
  const results = gridResults(fileValues, variants, baseline);
  return figures(gridView(results, 0.95)!, results, summarise(results)); // there is a grid
}

/** Every combination of some axes' values. */
function product(
  base: string,
  axes: Readonly<Record<string, readonly unknown[]>>,
): HandMadeVariant[] {
  let grids: Readonly<Record<string, unknown>>[] = [{}];
  for (const [path, values] of Object.entries(axes)) {
    grids = grids.flatMap((grid) => values.map((value) => ({ ...grid, [path]: value })));
  }
  return grids.map((grid, i) => ({ base, grid, seeds: [0.2 + i / 100, 0.3 + i / 100] }));
}

const panelsOf = ({ spec }: Figure) =>
  (spec as unknown as { concat: { title: { text: string[] }; data?: { values: unknown[] } }[] })
    .concat;
const titlesOf = (figure: Figure) => panelsOf(figure).map(({ title }) => title.text.join(" "));

test("gridLineFigures draws an axis per figure with a panel per loss, and says what holds elsewhere", () => {
  const axes = { "corruption.outliers": [0, 0.1], beta: [1, 100] };
  const figures = drawn(gridLineFigures, { "corruption.outliers": 0, beta: 1 }, [
    ...product("a", axes),
    ...product("b", axes),
  ]);
  expect(figures.map(({ title }) => title)).toEqual([
    "exampleF1 against outliers",
    "exampleF1 against beta",
  ]);
  expect(figures.map(titlesOf)).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
  const [first] = figures;
  expect(first?.caption).toContain("The other axes: beta = 1.");
  expect(first?.caption).toContain("95 % t-interval over 2 seeds");
  expect(first?.caption).toContain("validation and test parts are clean");
  expect(first?.caption).toContain("trivial baseline, random, has 0.300");
  expect(first?.label).toContain("a against outliers from 0.250 to 0.270");
});

test("gridLineFigures draws one loss's axes side by side, a wide one of positive numbers by logarithms", async () => {
  const figures = drawn(
    gridLineFigures,
    { beta: 1, eta: 0 },
    product("a", { beta: [1, 100], eta: [0, 1] }),
  );
  expect(figures.map(({ title }) => title)).toEqual(["exampleF1 of a against beta, eta"]);
  expect(figures.map(titlesOf)).toEqual([["beta", "eta"]]);
  const json = JSON.stringify(figures[0]?.spec);
  expect(json.match(/"type":"log"/g)).toHaveLength(1);
  expect(figures[0]?.caption).not.toContain("corrupted");
  expect(await renderSvg(figures[0]!.spec)).toMatch(/^<svg/); // there is one
});

test("gridLineFigures draws nothing along an axis without two numbers", () => {
  const variants = product("a", { kind: ["x", "y"] });
  expect(drawn(gridLineFigures, { kind: "x" }, variants)).toEqual([]);
});

test("gridHeatMaps draws a panel per loss for two axes, with the mean of each combination", async () => {
  const axes = { beta: [1, 2], kind: ["x", "y"] };
  const figures = drawn(gridHeatMaps, { beta: 1, kind: "x" }, [
    ...product("a", axes),
    ...product("b", axes),
  ]);
  expect(figures.map(titlesOf)).toEqual([["a", "b"]]);
  const [figure] = figures;
  expect(panelsOf(figure!)[0]?.data?.values).toEqual([
    { x: "1", y: "x", mean: 0.25, asFiled: true, best: false },
    { x: "1", y: "y", mean: 0.26, asFiled: false, best: false },
    { x: "2", y: "x", mean: expect.closeTo(0.27, 12), asFiled: false, best: false },
    { x: "2", y: "y", mean: expect.closeTo(0.28, 12), asFiled: false, best: true },
  ]);
  expect(figure?.caption).toContain("smaller differences may be chance");
  const svg = await renderSvg(figure!.spec);
  for (const text of ["0.250", "0.280"]) expect(svg).toContain(`>${text}<`);
});

test("gridHeatMaps draws of three axes the first two, a panel per value of the third, a figure per loss", () => {
  const axes = { beta: [1, 2], eta: [0, 1, 2], "training.batchSize": [16, 64] };
  const figures = drawn(gridHeatMaps, { beta: 1, eta: 0, "training.batchSize": 16 }, [
    ...product("a", axes),
    ...product("b", axes),
  ]);
  expect(figures.map(({ title }) => title)).toEqual([
    "exampleF1 of a over beta and eta",
    "exampleF1 of b over beta and eta",
  ]);
  expect(titlesOf(figures[0]!)).toEqual(["batchSize = 16", "batchSize = 64"]);
  expect(panelsOf(figures[0]!).flatMap(({ data }) => data?.values)).toHaveLength(12);
});

test("gridHeatMaps draws a second pair of axes where the first leaves variants out", () => {
  const fileValues = { a: 0, b: 0, c: 0, d: 0 };
  const pairs = [
    { a: [0, 1], b: [0, 1] },
    { c: [0, 1], d: [0, 1] },
  ].flatMap((axes) =>
    product("loss", axes).map(({ grid, ...rest }) => ({
      ...rest,
      grid: { ...fileValues, ...grid },
    })),
  );
  const names = new Map(pairs.map((variant) => [JSON.stringify(variant.grid), variant]));
  expect(drawn(gridHeatMaps, fileValues, [...names.values()]).map(({ title }) => title)).toEqual([
    "exampleF1 of loss over a and b",
    "exampleF1 of loss over c and d",
  ]);
});

test("gridHeatMaps says what is bold, and how the tables choose where they choose otherwise", () => {
  const fileValues = { beta: 1, eta: 0 };
  const variants = product("a", { beta: [1, 2], eta: [0, 1] });
  const results = gridResults(fileValues, variants);
  const caption = (changed: Results) =>
    gridHeatMaps(gridView(changed, 0.95)!, changed, summarise(changed))[0]?.caption; // has a grid
  expect(caption(results)).toContain(
    "Bold: the highest mean exampleF1 on the validation part under this rule. ",
  );
  expect(caption({ ...results, validationMetric: "macroF1" })).toContain(
    "Bold: the highest mean macroF1 on the validation part under this rule; the tables choose by exampleF1",
  );
  const rows = [...results.rows, ...results.rows.map((row) => ({ ...row, decision: "tuned" }))];
  expect(caption({ ...results, rows })).toContain("the tables choose by exampleF1");
});

test("gridHeatMaps draws nothing of axes that are varied one at a time", () => {
  const variants = [
    { base: "a", grid: { b: 0, c: 0 }, seeds: [0.1] },
    { base: "a", grid: { b: 1, c: 0 }, seeds: [0.1] },
    { base: "a", grid: { b: 0, c: 1 }, seeds: [0.1] },
  ];
  expect(drawn(gridHeatMaps, { b: 0, c: 0 }, variants)).toEqual([]);
});
