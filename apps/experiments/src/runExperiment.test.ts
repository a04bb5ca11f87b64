import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { ConfigurationError } from "./config/ConfigurationError.js";
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
  await expect(wrong).rejects.toThrow(/^config:\d+: losses\.0: sigmoid-f1: .*beta/);
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

it("runExperiment that is stopped rejects with the signal's reason, keeps what is finished, and says so last", async () => {
  const stop = new AbortController();
  const events: RunEvent[] = [];
  const observer = (event: RunEvent) => {
    events.push(event);
    if (event.event === "run-end") stop.abort(new Error("enough"));
  };
  const stopped = runExperiment(config, { out, observer, signal: stop.signal });
  await expect(stopped).rejects.toThrow("enough");
  expect(events.filter(({ event }) => event === "run-end")).toHaveLength(1);
  expect(events.at(-1)).toMatchObject({
    event: "outcome",
    text: expect.stringMatching(/^interrup/),
  });
  const again: RunEvent[] = [];
  await runExperiment(config, { out, observer: (event) => again.push(event) });
  expect(again.filter(({ event }) => event === "run-kept")).toHaveLength(1);
  expect(again.at(-1)).toEqual({ event: "outcome", text: `results: ${join(out, "results.json")}` });
});

it("runExperiment does the share that a text names, and says that others are to be run", async () => {
  const events: RunEvent[] = [];
  const observer = (event: RunEvent) => events.push(event);
  const { runs } = await runExperiment(config, { out, shard: "1/2", observer });
  expect(runs).toHaveLength(2);
  expect(events.at(-1)).toMatchObject({ text: expect.stringMatching(/^2 of 4 runs are complete/) });
});

it.each([
  [{ seed: [0] }, 'options: unknown option "seed"; did you mean "seeds"?'],
  [{ jobs: 0 }, "options: jobs: expected a whole number from 1"],
  [{ jobs: "2" }, "options: jobs: expected a whole number from 1"],
  [{ shard: "3/2" }, 'options: shard: expected a share as in "2/8"'],
  [{ shard: { index: 0, count: 2 } }, 'options: shard: expected a share as in "2/8"'],
  [{ seeds: [] }, "options: seeds: is empty; expected a list of whole numbers from 0"],
  [{ seeds: [0, -1] }, "options: seeds.1: expected a whole number from 0"],
  [{ losses: "sigmoid-f1" }, "options: losses: expected a list of names of losses"],
  [{ losses: ["focal", "focal"] }, "options: losses: has an entry twice"],
  [{ set: "head.l2=1" }, "options: set: expected a list"],
  [{ checkpointEvery: -1 }, "options: checkpointEvery: expected seconds, from 0"],
  [{ engine: "cuda" }, "options: engine: expected one of auto, gpu"],
])("runExperiment names the option that is wrong: %j", async (options, message) => {
  const wrong = runExperiment(config, { out, ...(options as object) });
  await expect(wrong).rejects.toThrow(message);
  await expect(wrong).rejects.toThrow(ConfigurationError);
});
