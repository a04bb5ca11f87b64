import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { resolveStudy } from "../config/resolveStudy.js";
import type { StudyResults } from "../results/Results.js";
import { writeReport } from "../results/writeReport.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import type { RunEvent } from "./RunEvent.js";
import { runStudy } from "./runStudy.js";

const text = `experiment: cells
dataset: { use: simulated, examples: 120, cardinality: 1.2 }
encoder: standard-scaler
training: { epochs: 2 }
losses: [binary-cross-entropy]
baselines: [prevalence, random]
matrix: { dataset.classes: [3, 4] }
seeds: [0, 1]
`;

beforeEach(async () => {
  vi.stubEnv("SIGF1_CACHE", await temporaryFolder());
});

interface Given {
  readonly shard?: { index: number; count: number };
  readonly signal?: AbortSignal;
  readonly file?: string;
}

async function events(
  out: string,
  { shard, signal, file = text }: Given = {},
  onEvent: (event: RunEvent) => void = () => {},
): Promise<RunEvent[]> {
  const told: RunEvent[] = [];
  const study = await resolveStudy(file, "cells.yaml");
  await runStudy(study, {
    out,
    engine: "auto",
    signal,
    observer(event) {
      told.push(event);
      onEvent(event);
    },
    ...(shard && { shard }),
  });
  return told;
}

const saved = async (out: string): Promise<StudyResults> =>
  JSON.parse(await readFile(join(out, "results.json"), "utf8"));

const of = <Name extends RunEvent["event"]>(name: Name, told: readonly RunEvent[]) =>
  told.filter((event): event is Extract<RunEvent, { event: Name }> => event.event === name);

it.each([
  [undefined, 12],
  [{ index: 2, count: 5 }, 2],
])("tells first how many runs all cells have, of the share %j %i", async (shard, runs) => {
  const told = await events(await temporaryFolder(), { ...(shard && { shard }) });
  expect(told[0]).toEqual({ event: "study", cells: 2, runs });
  expect(of("plan", told).reduce((sum, { total }) => sum + total, 0)).toBe(runs);
  expect(of("run-end", told)).toHaveLength(runs);
});

it("tells of each trained run the best validation figure, and the same where it is found complete", async () => {
  const out = await temporaryFolder();
  const told = await events(out);
  const best = of("run-end", told).map(({ cell, loss, seed, validation }) => {
    const epochs = of("epoch", told).filter((epoch) => {
      return epoch.cell === cell && epoch.loss === loss && epoch.seed === seed;
    });
    if (loss === "binary-cross-entropy") expect(epochs).toHaveLength(2);
    const figures = epochs.map((epoch) => epoch.validation);
    expect(validation).toBe(figures.length > 0 ? Math.max(...figures) : undefined);
    return { cell, loss, seed, ...(validation !== undefined && { validation }) };
  });
  const again = await events(out);
  const kept = of("run-kept", again).map(({ event: _event, ...run }) => run);
  expect(kept).toHaveLength(12);
  expect(kept).toEqual(expect.arrayContaining(best));
});

it("keeps the results of cells that an interrupted call did not come to, unless they are of other settings", async () => {
  const out = await temporaryFolder();
  await events(out);
  const whole = await saved(out);
  expect(whole.cells.map(({ name }) => name)).toEqual(["classes=3", "classes=4"]);
  const interrupt = async (file: string) => {
    const stop = new AbortController();
    await events(out, { file, signal: stop.signal }, ({ event }) => {
      if (event === "plan") stop.abort();
    });
    return saved(out);
  };
  expect(await interrupt(text)).toEqual(whole);
  const fewer = await interrupt(text.replace("[0, 1]", "[0]"));
  expect(fewer.cells.map(({ name }) => name)).toEqual(["classes=3"]);
});

it("leaves the results of the cells before one that cannot be begun, to be reported", async () => {
  const out = await temporaryFolder();
  const file = text.replace("dataset.classes: [3, 4]", "dataset.examples: [120, 2]");
  await expect(events(out, { file })).rejects.toThrow("has no example");
  const { cells, rows } = await saved(out);
  expect(cells.map(({ name }) => name)).toEqual(["examples=120"]);
  expect(rows.length).toBeGreaterThan(0);
  const { markdown } = await writeReport(out);
  expect(await readFile(markdown, "utf8")).toContain("examples=120");
});

it("writes no results where nothing has ended, and those of a share only where every cell is complete", async () => {
  const out = await temporaryFolder();
  const stop = new AbortController();
  await events(out, { signal: stop.signal }, ({ event }) => {
    if (event === "plan") stop.abort();
  });
  await expect(saved(out)).rejects.toThrow("ENOENT");
  let other: Promise<unknown> | undefined;
  await events(out, { shard: { index: 1, count: 2 } }, ({ event }) => {
    if (event === "study") other = events(out, { shard: { index: 2, count: 2 } });
  });
  await other;
  const { cells, rows } = await saved(out);
  expect(cells.map(({ planned }) => planned)).toEqual([6, 6]);
  expect(new Set(rows.map(({ cell, loss, seed }) => `${cell} ${loss} ${seed}`)).size).toBe(12);
});
