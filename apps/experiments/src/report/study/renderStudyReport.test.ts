import { expect, test } from "vitest";
import type { CellResults } from "../../results/Results.js";
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
