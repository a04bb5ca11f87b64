import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import type { RunEvent } from "./run/RunEvent.js";
import { runCells, runExperiment } from "./runExperiment.js";
import { temporaryFolder } from "./testing/temporaryFolder.test.fixture.js";

const config = {
  experiment: "notebook",
  dataset: { use: "simulated", examples: 200, classes: 4 },
  encoder: "standard-scaler",
  training: { epochs: 5 },
  losses: ["sigmoid-f1"],
  baselines: ["random"],
  seeds: [0, 1],
};

let out: string;
beforeEach(async () => {
  vi.stubEnv("SIGF1_CACHE", await temporaryFolder());
  out = await temporaryFolder();
});

it("runExperiment takes what a file says as an object, and gives what it writes", async () => {
  const events: RunEvent[] = [];
  const results = await runExperiment(config, { out, observer: (event) => events.push(event) });
  expect(results.rows.map(({ loss, seed }) => `${loss} ${seed}`)).toEqual([
    "sigmoid-f1 0",
    "sigmoid-f1 1",
    "random 0",
    "random 1",
  ]);
  expect(JSON.parse(await readFile(join(out, "results.json"), "utf8"))).toEqual(results);
  const epochs = events.filter(({ event }) => event === "epoch");
  expect(epochs).toHaveLength(10);
});

it("runExperiment does what the options change, of a built-in experiment by its name too", async () => {
  const options = { out, losses: ["sigmoid-f1"], seeds: [3], set: ["training.epochs=2"] };
  const { rows, settings } = await runExperiment("quickstart", options);
  expect(new Set(rows.map(({ seed }) => seed))).toEqual(new Set([3]));
  expect(settings).toMatchObject({ training: { epochs: 2 } });
});

it("runExperiment names the key of a mistake", async () => {
  const wrong = runExperiment({ ...config, losses: [{ use: "sigmoid-f1", beta: -1 }] }, { out });
  await expect(wrong).rejects.toThrow(/^config:\d+: losses\.0: sigmoidF1: .*beta/);
});

it.each([
  ["before it begins", (stop: AbortController) => stop.abort("enough")],
  ["while the file is read", (stop: AbortController) => queueMicrotask(() => stop.abort("enough"))],
])("runExperiment and runCells throw the reason of a signal that comes %s", async (_, abort) => {
  for (const run of [runExperiment, runCells]) {
    const stop = new AbortController();
    abort(stop);
    await expect(run(config, { out, signal: stop.signal })).rejects.toBe("enough");
  }
});
