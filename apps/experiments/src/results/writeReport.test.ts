import { access, cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { runCells } from "../runExperiment.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import type { CellResults } from "./Results.js";
import { writeReport } from "./writeReport.js";

let out: string;
let cells: readonly CellResults[];
beforeEach(async () => {
  vi.stubEnv("SIGF1_CACHE", await temporaryFolder());
  out = await temporaryFolder();
  cells = await runCells(
    {
      experiment: "two",
      dataset: { use: "simulated", examples: 120, cardinality: 1.2 },
      encoder: "standard-scaler",
      training: { epochs: 2 },
      losses: ["binary-cross-entropy"],
      baselines: ["random"],
      matrix: { "dataset.classes": [3, 4] },
      seeds: [0],
    },
    { out },
  );
});

const read = (cell: CellResults, file: string) => readFile(join(out, cell.folder, file), "utf8");

it("writeReport names the cell in what it writes of a cell, and nothing of the study's alone", async () => {
  await writeReport(out);
  expect(cells.map(({ name }) => name)).toEqual(["classes=3", "classes=4"]);
  const labels = new Set<string>();
  for (const cell of cells) {
    const { name, values } = cell;
    expect(cell.results.cell).toEqual({ name, values });
    expect(JSON.parse(await read(cell, "results.json"))).toMatchObject({ cell: { name, values } });
    expect(await read(cell, "results.md")).toMatch(`# two, ${name}\n`);
    expect(await read(cell, "results.csv")).toContain(`\r\ntwo,${name},simulated`);
    const html = await read(cell, "report.html");
    expect(html).toContain(`<title>two, ${name}: experiment report</title>`);
    expect(html).toContain('of the study <a href="../report.html">two</a>');
    const latex = await read(cell, "results.tex");
    expect(latex).toContain(`\\caption{two, ${name}, decision rule`);
    for (const [label] of latex.matchAll(/\\label\{.*\}/g)) labels.add(label);
  }
  expect(labels.size).toBe(2);
});

it("writeReport of a cell's folder links to the page of its study where that is there", async () => {
  const folder = await temporaryFolder();
  const cell = cells[0] as CellResults; // there are two
  await cp(join(out, cell.folder), join(folder, "alone"), { recursive: true });
  await writeReport(join(folder, "alone"));
  await expect(access(join(folder, "report.html"))).rejects.toThrow("ENOENT");
  expect(await readFile(join(folder, "alone", "report.html"), "utf8")).not.toContain("<a href");
  await writeReport(out);
  await writeReport(join(out, cell.folder));
  expect(await read(cell, "report.html")).toContain('<a href="../report.html">');
});
