import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { resolveExperiment } from "../config/resolveExperiment.js";
import type { Results } from "../results/Results.js";
import { officialDataset } from "../testing/officialDataset.test.fixture.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import type { RunEvent } from "./RunEvent.js";
import { runCell } from "./runCell.js";

const text = `experiment: small
dataset: { use: simulated, examples: 300, classes: 4, cardinality: 1.2 }
encoder: standard-scaler
optimizer: { learningRate: 0.05 }
training: { epochs: 15 }
losses: [binary-cross-entropy, sigmoid-f1]
decisions: [threshold-0.5, tuned-per-class]
seeds: [0, 1]
`;
const load = (changed = text) => resolveExperiment(changed, "small.yaml");

/** Counts the runs that were done rather than found complete. */
function counter() {
  const done: string[] = [];
  const observer = (event: RunEvent) => {
    if (event.event === "run-end") done.push(`${event.loss} ${event.seed}`);
  };
  return { done, observer };
}

let out: string;
beforeEach(async () => {
  vi.stubEnv("SIGF1_CACHE", await temporaryFolder());
  out = await temporaryFolder();
});

const saved = async (): Promise<Results> =>
  JSON.parse(await readFile(join(out, "results.json"), "utf8"));

describe("runCell", () => {
  it("gives a row per loss or baseline, decision and seed, with every figure", async () => {
    const results = await runCell(await load(), { out });
    expect(results).toEqual(await saved());
    expect(results).toMatchObject({
      experiment: "small",
      version: 1,
      engine: "wasm",
      dataset: { id: "simulated", examples: 300, classes: 4 },
      skipped: [],
      encoder: { id: "standard-scaler" },
      failures: [],
    });
    const names = ["binary-cross-entropy", "sigmoid-f1", "all-positive", "prevalence", "random"];
    expect(results.rows.map(({ loss, decision, seed }) => [loss, seed, decision])).toEqual(
      names.flatMap((name) =>
        [0, 1].flatMap((seed) =>
          ["threshold-0.5", "tuned-per-class"].map((rule) => [name, seed, rule]),
        ),
      ),
    );
    for (const { metrics } of results.rows) {
      expect(Object.keys(metrics)).toHaveLength(15);
      for (const value of Object.values(metrics)) expect(value).toBeGreaterThanOrEqual(0);
      expect(metrics.accuracy).toBeCloseTo(1 - metrics.hammingLoss, 12);
    }
    const all = results.rows.filter(({ loss }) => loss === "all-positive");
    for (const { metrics } of all) expect(metrics.labelsPerExample).toBe(4);
  });

  it("learns: a trained loss beats every trivial baseline", async () => {
    const { rows } = await runCell(await load(), { out });
    const macroF1 = (loss: string) =>
      rows
        .filter((row) => row.loss === loss && row.decision === "threshold-0.5")
        .map((row) => row.metrics.macroF1);
    const trivial = ["all-positive", "prevalence", "random"].flatMap(macroF1);
    expect(Math.min(...macroF1("sigmoid-f1"))).toBeGreaterThan(Math.max(...trivial) + 0.1);
  });

  it("agrees with itself compiled or not, and says which", async () => {
    const compiled = await runCell(await load(), { out });
    const eager = await runCell(await load(), {
      out: await temporaryFolder(),
      compile: false,
    });
    expect([compiled.compiled, eager.compiled]).toEqual([true, false]);
    expect(eager.rows.map(({ loss, decision, seed }) => [loss, decision, seed])).toEqual(
      compiled.rows.map(({ loss, decision, seed }) => [loss, decision, seed]),
    );
    eager.rows.forEach(({ metrics }, i) => {
      expect(metrics.macroF1).toBeCloseTo(compiled.rows[i]?.metrics.macroF1 ?? Number.NaN, 1);
    });
  });

  it("gives the same figures again in another folder", async () => {
    const first = await runCell(await load(), { out });
    const second = await runCell(await load(), { out: await temporaryFolder() });
    expect(second.rows).toEqual(first.rows);
  });

  it("gives a run under `count` the figures that it has on its own, whatever was run before it", async () => {
    const counting = text.replace("tuned-per-class", "count");
    const all = await runCell(await load(counting), { out });
    const overrides = { losses: ["sigmoid-f1"], seeds: [1] };
    const alone = await resolveExperiment(counting, "small.yaml", overrides);
    const { rows } = await runCell(alone, { out: await temporaryFolder() });
    expect(rows).toEqual(
      all.rows.filter(({ loss, seed }) => seed === 1 && loss !== "binary-cross-entropy"),
    );
  });

  it("does only what is missing on a second call", async () => {
    const first = await runCell(await load(), { out });
    const lost = first.runs.find((run) => run.includes("sigmoid-f1-1"));
    await rm(join(out, lost ?? "", "run.json"));
    const { done, observer } = counter();
    const second = await runCell(await load(), { out, observer });
    expect(done).toEqual(["sigmoid-f1 1"]);
    expect(second).toEqual(first);
  });

  it("removes what a run went on from that is complete: a kill may have left it", async () => {
    const { runs } = await runCell(await load(), { out });
    const folder = join(out, runs[0] ?? "");
    const files = await readdir(folder);
    await writeFile(join(folder, "checkpoint.safetensors"), "");
    await mkdir(join(folder, "trials", "0-1"), { recursive: true });
    const { done, observer } = counter();
    await runCell(await load(), { out, observer });
    expect(done).toEqual([]);
    expect(await readdir(folder)).toEqual(files);
  });

  it("does a run anew when a setting of it changes, or its record is cut short", async () => {
    const focal = text.replace("sigmoid-f1]", "{ use: focal, gamma: 2 }]");
    const { runs } = await runCell(await load(focal), { out });
    const { done, observer } = counter();
    await runCell(await load(focal.replace("gamma: 2", "gamma: 1")), { out, observer });
    expect(done).toEqual(["focal 0", "focal 1"]);

    const record = join(out, runs[0] ?? "", "run.json");
    await writeFile(record, (await readFile(record, "utf8")).slice(0, 100));
    const again = counter();
    await runCell(await load(focal), { out, observer: again.observer });
    expect(again.done).toEqual(["binary-cross-entropy 0"]);
  });

  it("gives each variant of a grid rows under a name of its own, and says where it lies", async () => {
    const grid = text.replace(
      "losses: [binary-cross-entropy, sigmoid-f1]",
      "losses: [sigmoid-f1]\nbaselines: []\ngrid: [{ corruption.flippedLabels: [0, 0.4] }, { beta: [5] }]",
    );
    const { rows, settings } = await runCell(await load(grid), { out });
    const names = ["flippedLabels=0", "flippedLabels=0.4", "beta=5"];
    expect([...new Set(rows.map(({ loss }) => loss))]).toEqual(
      names.map((name) => `sigmoid-f1 ${name}`),
    );
    expect(settings.losses).toMatchObject([
      { base: "sigmoid-f1", grid: { "corruption.flippedLabels": 0, beta: null } },
      { base: "sigmoid-f1", grid: { "corruption.flippedLabels": 0.4, beta: null } },
      { base: "sigmoid-f1", grid: { "corruption.flippedLabels": 0, beta: 5 } },
    ]);
    const macroF1 = (name: string) =>
      rows.find(({ loss }) => loss === `sigmoid-f1 ${name}`)?.metrics.macroF1 ?? Number.NaN;
    expect(macroF1("flippedLabels=0")).toBeGreaterThan(macroF1("flippedLabels=0.4"));

    const { done, observer } = counter();
    await runCell(await load(grid.replace("0.4", "0.3")), { out, observer });
    expect(done).toEqual([0, 1].map((seed) => `sigmoid-f1 flippedLabels=0.3 ${seed}`));
  });

  it("draws a split per seed, but keeps to an official one", async () => {
    const settled = {
      ...(await load(text.replace("encoder", "split: random\nbaselines: [all-positive]\nencoder"))),
      losses: [],
    };
    const drawn = await runCell(settled, { out });
    expect(drawn.split).toMatchObject({ use: "random", resampled: true });
    expect(drawn.rows[2]?.metrics).not.toEqual(drawn.rows[0]?.metrics);

    const split = { ...settled.split, use: "published" };
    const official = await runCell(
      { ...settled, dataset: officialDataset, datasetOptions: {}, split },
      { out: await temporaryFolder() },
    );
    expect(official.split).toEqual({
      use: "published",
      resampled: false,
      train: 30,
      validation: 12,
      test: 18,
    });
    expect(official.rows[2]?.metrics).toEqual(official.rows[0]?.metrics);
  });

  it("keeps what is finished when it is interrupted, and does the rest later", async () => {
    const undisturbed = await runCell(await load(), { out: await temporaryFolder() });
    const interruption = new AbortController();
    const observer = (event: RunEvent) => {
      if (event.event === "epoch" && event.epoch === 3 && finished === 1) interruption.abort();
      if (event.event === "run-end") finished++;
    };
    let finished = 0;
    await runCell(await load(), { out, observer, signal: interruption.signal });
    expect((await saved()).rows.map(({ loss }) => loss)).toEqual(
      Array(2).fill("binary-cross-entropy"),
    );
    const rest = counter();
    const { rows } = await runCell(await load(), { out, observer: rest.observer });
    expect(rest.done).toHaveLength(9);
    expect(rows).toEqual(undisturbed.rows);
  });

  it("tells how far the encoding is, and can be stopped in it", async () => {
    const stop = new AbortController();
    const told: unknown[] = [];
    const observer = (event: RunEvent) => {
      if (event.event !== "progress") return;
      told.push([event.done, event.total, event.unit]);
      if (told.length === 2) stop.abort();
    };
    const { rows } = await runCell(await load(), { out, observer, signal: stop.signal });
    expect(told).toEqual([
      [64, 300, "examples"],
      [128, 300, "examples"],
    ]);
    expect(rows).toEqual([]);
    expect(await readdir(out)).toEqual([]);
  });

  it("records a run that fails, with its reason, and does the others", async () => {
    const diverging = text.replace(
      "sigmoid-f1]",
      "{ use: focal, optimizer: { use: sgd, learningRate: 1.0e+38 } }]",
    );
    const { failures, rows } = await runCell(await load(diverging), { out });
    expect(failures.map(({ loss, seed }) => [loss, seed])).toEqual([
      ["focal", 0],
      ["focal", 1],
    ]);
    expect(failures[0]?.reason).toMatch(/epoch/);
    expect(new Set(rows.map(({ loss }) => loss))).not.toContain("focal");
    expect(rows.length).toBeGreaterThan(0);
  });

  it("names the class without a positive example in the training part", async () => {
    const rare = text.replace("classes: 4, cardinality: 1.2", "classes: 40, imbalance: 4");
    const { failures } = await runCell(await load(rare), { out });
    expect(failures[0]?.reason).toMatch(/label-\d+.*training/);
  });

  it("writes nothing when the data cannot be split", async () => {
    const tiny = text.replace("examples: 300", "examples: 2");
    await expect(runCell(await load(tiny), { out })).rejects.toThrow(/has no example/);
    expect(await readdir(out)).toEqual([]);
  });
});
