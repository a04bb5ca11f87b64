import { beforeEach, expect, it, vi } from "vitest";
import { resolveStudy } from "../config/resolveStudy.js";
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

async function events(out: string, shard?: { index: number; count: number }): Promise<RunEvent[]> {
  const told: RunEvent[] = [];
  const study = await resolveStudy(text, "cells.yaml");
  await runStudy(study, {
    out,
    engine: "auto",
    observer: (event) => told.push(event),
    ...(shard && { shard }),
  });
  return told;
}

const of = <Name extends RunEvent["event"]>(name: Name, told: readonly RunEvent[]) =>
  told.filter((event): event is Extract<RunEvent, { event: Name }> => event.event === name);

it.each([
  [undefined, 12],
  [{ index: 2, count: 5 }, 2],
])("tells first how many runs all cells have, of the share %j %i", async (shard, runs) => {
  const told = await events(await temporaryFolder(), shard);
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
