import { access, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { resolveStudy } from "../../config/resolveStudy.js";
import { temporaryFolder } from "../../testing/temporaryFolder.test.fixture.js";
import { CHECKPOINT, TRIALS } from "../FolderJournal.js";
import { runStudy } from "../runStudy.js";
import type { PlannedStudy } from "./PlannedStudy.js";
import { planStudy } from "./planStudy.js";

const file = (more = "") => `experiment: small
dataset: { use: simulated, examples: 200, classes: 4, cardinality: 1.2 }
encoder: standard-scaler
training: { epochs: 2, batchSize: 32 }
losses: [sigmoid-f1, focal]
baselines: [random]
seeds: [0, 1]
${more}`;

let out: string;
beforeEach(async () => {
  out = await temporaryFolder();
});

const where = { engine: "cpu", compile: false, observer: () => {} } as const;

async function plan(text: string, seeds?: readonly number[]): Promise<PlannedStudy> {
  const study = await resolveStudy(text, "small.yaml", seeds && { seeds });
  return planStudy(study, { out, ...where });
}

async function run(text: string, losses: readonly string[], seeds: readonly number[]) {
  await runStudy(await resolveStudy(text, "small.yaml", { losses, seeds }), { out, ...where });
}

const rows = ({ cells }: PlannedStudy) =>
  cells.flatMap((cell) =>
    cell.rows.map(({ loss, runs, done, resumable, toDo }) => [loss, runs, done, resumable, toDo]),
  );
const bases = ({ cells }: PlannedStudy) =>
  cells.flatMap((cell) => cell.rows.map(({ basis }) => basis));

describe("planStudy", () => {
  it("counts the runs of every loss and baseline, with an estimate of their time by size, and writes nothing", async () => {
    await rm(out, { recursive: true });
    const planned = await plan(file());
    expect(rows(planned)).toEqual([
      ["sigmoid-f1", 2, 0, 0, 2],
      ["focal", 2, 0, 0, 2],
      ["random", 2, 0, 0, 2],
    ]);
    expect(planned).toMatchObject({ runs: 6, done: 0, toDo: 6 });
    expect(planned.remaining).toMatchObject({ bySize: true, unknownRuns: 0 });
    expect(bases(planned)).toEqual(Array(3).fill({ from: "size" }));
    await expect(access(out)).rejects.toThrow("ENOENT");
  });

  it("finds what runStudy has finished, and takes its seconds", async () => {
    await run(file(), ["focal"], [1]);
    const planned = await plan(file());
    expect(rows(planned)).toEqual([
      ["sigmoid-f1", 2, 0, 0, 2],
      ["focal", 2, 1, 0, 1],
      ["random", 2, 1, 0, 1],
    ]);
    expect(bases(planned)).toEqual([
      { from: "other losses", runs: 1 },
      { from: "this loss", runs: 1 },
      { from: "this loss", runs: 1 },
    ]);
    expect(planned.remaining.bySize).toBe(false);
    const [cell] = planned.cells;
    const [sigmoid, focal] = cell?.rows ?? [];
    expect(sigmoid?.seconds).toBe(focal?.seconds);
    expect(focal?.seconds).toBeGreaterThan(0);
  });

  it("has nothing left to do where all is done, and something again where a setting changes", async () => {
    await run(file(), ["sigmoid-f1", "focal"], [0, 1]);
    const done = await plan(file());
    expect(done).toMatchObject({ done: 6, toDo: 0, remaining: { seconds: 0 } });
    expect(bases(done)).toEqual(Array(3).fill({ from: "this loss", runs: 2 }));
    expect(await plan(file("head: { l2: 0.1 }"))).toMatchObject({ done: 2, toDo: 4 });
  });

  it("judges a variant by the others of its loss", async () => {
    const grid = "grid: { optimizer.learningRate: [0.01, 0.02] }";
    await run(file(grid), ["focal learningRate=0.01"], [0]);
    expect(bases(await plan(file(grid))).slice(0, 4)).toEqual([
      { from: "other losses", runs: 1 },
      { from: "other losses", runs: 1 },
      { from: "this loss", runs: 1 },
      { from: "its variants", runs: 1 },
    ]);
  });

  it("tells a run that was begun by its checkpoint, or those of its search", async () => {
    await run(file(), ["focal"], [0]);
    const study = await resolveStudy(file(), "small.yaml");
    const [name = ""] = (await readdir(join(out, "runs"))).filter((run) => run.startsWith("focal"));
    await rm(join(out, "runs", name, "run.json"));
    expect(rows(await planStudy(study, { out, ...where }))[1]).toEqual(["focal", 2, 0, 0, 2]);
    await writeFile(join(out, "runs", name, CHECKPOINT), "");
    expect(rows(await planStudy(study, { out, ...where }))[1]).toEqual(["focal", 2, 0, 1, 2]);
    await rename(join(out, "runs", name, CHECKPOINT), join(out, "runs", name, TRIALS));
    expect(rows(await planStudy(study, { out, ...where }))[1]).toEqual(["focal", 2, 0, 1, 2]);
  });

  it("has a run to do whose record is cut short, as a run has", async () => {
    await run(file(), ["focal"], [0]);
    const [name = ""] = (await readdir(join(out, "runs"))).filter((run) => run.startsWith("focal"));
    const record = join(out, "runs", name, "run.json");
    const text = await readFile(record, "utf8");
    for (const length of [0, 100, text.length - 1]) {
      await writeFile(record, text.slice(0, length));
      expect(rows(await plan(file()))[1]).toEqual(["focal", 2, 0, 0, 2]);
    }
  });

  it("looks for each of several cells in its own folder", async () => {
    const several = file("matrix: { split: [random, stratified] }");
    await run(several, ["focal"], [0]);
    const planned = await plan(several);
    expect(planned.cells.map(({ name, folder, done }) => [name, folder, done])).toEqual([
      ["random", "random", 2],
      ["stratified", "stratified", 2],
    ]);
    expect(planned).toMatchObject({ runs: 12, done: 4, toDo: 8 });
    await rm(join(out, "random"), { recursive: true });
    expect(await plan(several)).toMatchObject({ done: 2 });
  });

  it("does not count a search's runs as those without it, and takes all its trials into their time", async () => {
    await run(file(), ["focal"], [0]);
    const [searched] = (await plan(file("search: { budget: 10 }"))).cells;
    expect(searched?.rows.map(({ loss, done }) => [loss, done])).toEqual([
      ["sigmoid-f1", 0],
      ["focal", 0],
      ["random", 1],
    ]);
    const [plain] = (await plan(file(), [5])).cells;
    expect(searched?.rows[0]?.basis).toEqual({ from: "size" });
    expect(searched?.rows[0]?.seconds).toBeGreaterThan(plain?.rows[0]?.seconds ?? 0);
  });
});
