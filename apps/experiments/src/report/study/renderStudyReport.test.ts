import { expect, test } from "vitest";
import type { CellResults } from "../../results/Results.js";
import { gridResults } from "../grid/gridResults.test.fixture.js";
import { type HandMadeValues, handMadeResults } from "../handMadeResults.test.fixture.js";
import { pairsApart } from "./pairsApart.js";
import { renderStudyReport } from "./renderStudyReport.js";
import { renderStudyTables } from "./renderStudyTables.js";
import { studyView } from "./studyView.js";

const cell = (name: string, values: HandMadeValues): CellResults => ({
  name,
  values: { dataset: name },
  folder: name,
  results: handMadeResults(values, {
    dataset: { id: name, examples: 100, classes: 4, cardinality: 1.5 },
  }),
});

/** Every loss a little worse than the one before, on three seeds. */
const falling = (...losses: readonly string[]): HandMadeValues => ({
  ...Object.fromEntries(
    losses.map((loss, i) => [loss, { r: [0.9, 0.8, 0.85].map((value) => value - i / 10) }]),
  ),
  random: { r: [0.1, 0.1, 0.1] },
});

const inputOf = (cells: readonly CellResults[]) => ({
  experiment: "study",
  command: "sigf1 run study",
  environment: { engine: "cpu", node: "v20", platform: "linux", versions: {} },
  settings: {},
  cells,
});

const three = ["one", "two", "three"].map((name) => cell(name, falling("a", "b", "c")));
const textOf = (html: string) =>
  html.replace(/<(style|script)>.*?<\/\1>/gs, "").replace(/<[^>]*>/g, "");

test("renderStudyReport tables every loss on every cell with mean ranks, and links the cells' reports", async () => {
  const html = await renderStudyReport(inputOf(three));
  const text = textOf(html);
  expect(text).toContain("a0.850±0.1240.850±0.1240.850±0.1241.00");
  expect(text).toContain("c0.650±0.1240.650±0.1240.650±0.1243.00");
  expect(text).toContain("random0.100±0.0000.100±0.0000.100±0.000–");
  expect(html.match(/href="[^"]*"/g)).toEqual([
    'href="one/report.html"',
    'href="two/report.html"',
    'href="three/report.html"',
  ]);
  expect(html.match(/<svg/g)).toHaveLength(1);
  expect(text).toContain("a has the best mean rank in exampleF1 (1.00) over 3 cells");
  expect(text).toContain("Better than all of them in every cell, by the paired test: a, b, c.");
});

test("renderStudyReport of two cells tests nothing and draws nothing", async () => {
  const html = await renderStudyReport(inputOf(three.slice(1)));
  expect(html).not.toContain("<svg");
  expect(textOf(html)).toContain("no test over cells");
});

test("studyView ranks the losses that every cell has, each cell under the rule that validation chooses", () => {
  const two = cell("four", { ...falling("a", "b", "c"), d: { r: [1, 1, 1], s: [0, 0, 0] } });
  const view = studyView([...three, two]);
  expect(view.losses).toEqual(["a", "b", "c", "d"]);
  expect(view.ranking?.methods.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  expect(view.ranking?.blocks).toBe(4);
  expect(view.cells.map(({ rule }) => rule?.decision)).toEqual(["r", "r", "r", "r"]);
});

test("studyView of a cell without rows has no rule for it, and the report still stands", async () => {
  const cells = [...three, cell("empty", {})];
  expect(studyView(cells).cells.at(-1)?.rule).toBeUndefined();
  expect(textOf(await renderStudyReport(inputOf(cells)))).not.toMatch(/NaN|undefined/);
});

test("renderStudyReport escapes hostile names, in links too", async () => {
  const hostile = `"><script>alert(1)</script>&`;
  const html = await renderStudyReport(inputOf([cell(hostile, falling(hostile, "b", "c"))]));
  expect(html.match(/<script/g)).toHaveLength(1); // the page's own
  expect(html).toContain('href="%22%3E%3Cscript%3Ealert(1)%3C/script%3E%26/report.html"');
});

test("renderStudyTables has the same table in Markdown and LaTeX", () => {
  const { markdown, latex } = renderStudyTables(inputOf(three));
  expect(markdown.replaceAll(/ +/g, " ")).toContain(
    "| b | 0.750 ± 0.124 | 0.750 ± 0.124 | 0.750 ± 0.124 | 2.00 |",
  );
  expect(latex).toContain(
    "b & $0.750_{\\pm 0.124}$ & $0.750_{\\pm 0.124}$ & $0.750_{\\pm 0.124}$ & $2.00$ \\\\",
  );
});

test("pairsApart names the pairs at least a critical difference apart", () => {
  const methods = [1, 2, 3.5].map((meanRank, i) => ({ name: `m${i}`, meanRank }));
  expect(pairsApart({ methods, criticalDifference: 1.5 })).toEqual([
    { better: "m0", worse: ["m2"] },
    { better: "m1", worse: ["m2"] },
  ]);
});

test("renderStudyReport counts only the cells that had a loss, and those with a test", async () => {
  const some = [
    cell("one", falling("a", "b")),
    cell("two", { ...falling("a"), b: { r: [0.1, 0.1, 0.1] } }),
    cell("three", { b: { r: [0.8] }, random: { r: [0.1] } }),
  ];
  const text = textOf(await renderStudyReport(inputOf(some)));
  expect(text).toContain("a is better than all of them in 2 of 2 cells (of 3 cells 2 have it).");
  expect(text).toContain("b is better than all of them in 1 of 2 cells with a test.");
  expect(text).toContain("of a cell with fewer nothing is known");
});

test("renderStudyReport of cells without a test says so, and counts nothing", async () => {
  const text = textOf(
    await renderStudyReport(inputOf([cell("one", { a: { r: [0.9] }, random: { r: [0.1] } })])),
  );
  expect(text).toContain("no cell has them, and so no loss is known to be better.");
  expect(text).not.toContain("of 1 cells");
});

test("a study has one row of a loss with variants, in each cell the one that validation chooses", async () => {
  const grid = (name: string, [one, nine]: readonly [number, number]): CellResults => ({
    ...{ name, values: { dataset: name }, folder: name },
    results: gridResults(
      { beta: 1 },
      [
        { base: "s", grid: { beta: 1 }, seeds: [one] },
        { base: "s", grid: { beta: 9 }, seeds: [nine] },
      ],
      { a: { "threshold-0.5": [0.6] }, b: { "threshold-0.5": [0.5] } },
    ),
  });
  const cells = [grid("one", [0.7, 0.1]), grid("two", [0.1, 0.8]), grid("three", [0.2, 0.9])];
  const view = studyView(cells);
  expect(view.losses).toEqual(["s", "a", "b"]);
  expect(view.ranking?.methods[0]).toMatchObject({ name: "s", meanRank: 1 });
  const { markdown } = renderStudyTables(inputOf(cells));
  expect(markdown.replaceAll(/ +/g, " ")).toContain(
    "| s (chosen) | 0.700 | 0.800 | 0.900 | 1.00 |",
  );
  expect(markdown).toContain("Chosen: of a loss of which there are variants");
});
