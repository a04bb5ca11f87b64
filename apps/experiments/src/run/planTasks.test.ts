import { describe, expect, it } from "vitest";
import { resolveExperiment } from "../config/resolveExperiment.js";
import { loadExamples } from "./loadExamples.js";
import { planTasks } from "./planTasks.js";
import { runFolderName } from "./RunIdentity.js";

const text = `experiment: s
dataset: { use: simulated, examples: 100 }
split: { use: stratified }
encoder: standard-scaler
head: { l2: 0.01 }
optimizer: { learningRate: 0.05 }
training: { epochs: 15 }
losses: [{ use: focal, gamma: 2 }]
decisions: [threshold-0.5]
baselines: [random]
seeds: [0]
`;

/** Folders of the trained run and of the baseline's. */
async function folders(file = text, engine = "cpu", compiled = true): Promise<string[]> {
  const experiment = await resolveExperiment(file, "s.yaml");
  const loaded =
    experiment.dataset.id === "simulated" ? await loadExamples(experiment, undefined) : undefined;
  const fingerprint = loaded?.dataset.fingerprint ?? "a corpus";
  const encoder = await experiment.createEncoder();
  const { id } = encoder;
  encoder.dispose();
  const tasks = planTasks(experiment, { fingerprint, encoder: id, engine, compiled });
  return tasks.map(({ identity }) => runFolderName(identity));
}

function changed([from, to]: readonly [string, string], file = text): string {
  expect(file).toContain(from);
  return file.replace(from, to);
}

describe("planTasks", () => {
  it("gives a run the same folder again, in whatever order the file has its keys", async () => {
    expect(await folders()).toEqual(await folders());
    const loss = "{ use: focal, gamma: 2, alpha: 0.1 }";
    const turned = "{ alpha: 0.1, gamma: 2, use: focal }";
    const [one] = await folders(changed(["{ use: focal, gamma: 2 }", loss]));
    const [other] = await folders(changed(["{ use: focal, gamma: 2 }", turned]));
    expect(other).toBe(one);
  });

  it("cuts a loss's name where the folder's would be too long, and tells runs apart all the same", () => {
    const folder = (loss: string) => runFolderName({ loss, seed: 3, config: {} });
    const long = "é".repeat(300);
    expect(folder(long)).toMatch(/^_{100}-3-[0-9a-f]{12}$/);
    expect(folder(`${long}!`)).not.toBe(folder(long));
    expect(folder("focal")).toMatch(/^focal-3-[0-9a-f]{12}$/);
  });

  it.each([
    ["a dataset option", "examples: 100", "examples: 101", true],
    ["the split", "use: stratified", "use: random", true],
    ["the fractions", "use: stratified", "fractions: [0.6, 0.2, 0.2]", true],
    ["the decisions", "threshold-0.5", "threshold-0.4", true],
    ["the encoder", "standard-scaler", "identity", false],
    ["head.l2", "l2: 0.01", "l2: 0.02", false],
    ["optimizer.learningRate", "learningRate: 0.05", "learningRate: 0.06", false],
    ["training.epochs", "epochs: 15", "epochs: 16", false],
    ["a loss option", "gamma: 2", "gamma: 3", false],
    ["the loss's corruption", "gamma: 2", "gamma: 2, corruption: { flippedLabels: 0.1 }", false],
    ["the file's corruption", "seeds: [0]", "seeds: [0]\ncorruption: { outliers: 0.1 }", true],
    ["the loss", "use: focal, gamma: 2", "use: binary-cross-entropy, name: focal", false],
  ])("gives a run another folder when %s changes", async (_what, from, to, baseline) => {
    const [trained, random] = await folders();
    const [otherTrained, otherRandom] = await folders(changed([from, to]));
    expect(otherTrained).not.toBe(trained);
    // A baseline does not depend on what only training uses.
    expect(otherRandom !== random).toBe(baseline);
  });

  it("gives a run another folder on another engine, and compiled or not", async () => {
    const distinct = [
      await folders(),
      await folders(text, "wasm"),
      await folders(text, "cpu", false),
    ];
    expect(new Set(distinct.map(([trained]) => trained)).size).toBe(3);
    expect(new Set(distinct.map(([, random]) => random)).size).toBe(1);
  });

  it("gives a run another folder when an option of the encoder changes", async () => {
    const corpus = text
      .replace("{ use: simulated, examples: 100 }", "cancer-hallmarks")
      .replace("standard-scaler", "{ use: tf-idf, minDf: 2 }");
    const [trained] = await folders(corpus);
    const [other] = await folders(changed(["minDf: 2", "minDf: 3"], corpus));
    expect(other).not.toBe(trained);
  });

  it("says nothing of corruption where there is none: what was finished before there was any stays", async () => {
    const experiment = await resolveExperiment(
      changed(["seeds: [0]", "seeds: [0]\ncorruption: { flippedLabels: 0, outlierScale: 5 }"]),
      "s.yaml",
    );
    const [trained, random] = planTasks(experiment, {
      fingerprint: "a corpus",
      encoder: "standard-scaler",
      engine: "cpu",
      compiled: true,
    });
    const shared = ["version", "dataset", "fingerprint", "split", "decisions"];
    expect(Object.keys(random?.identity.config ?? {})).toEqual(shared);
    expect(Object.keys(trained?.identity.config ?? {})).toEqual([
      ...shared,
      ...["engine", "compiled", "encoder", "options", "head", "optimizer", "training"],
    ]);
  });

  it("gives a trained run another folder when the count head changes, a baseline the same", async () => {
    const counting = changed(["[threshold-0.5]", "[threshold-0.5, count]"]);
    const [trained, random] = await folders(counting);
    const narrow = changed(["seeds: [0]", "seeds: [0]\ncountHead: { hidden: [8] }"], counting);
    const [otherTrained, otherRandom] = await folders(narrow);
    expect(otherTrained).not.toBe(trained);
    expect(otherRandom).toBe(random);
    const written = changed(["{ hidden: [8] }", "{ l2: 1.0e-3, hidden: [64] }"], narrow);
    expect((await folders(written))[0]).toBe(trained);
  });

  it("gives a classical baseline another folder when its options, the encoder or the corruption change, not with what only training uses", async () => {
    const file = changed(["[random]", "[{ use: linear-svm, C: 2 }]"]);
    const folder = async (...change: readonly [string, string] | readonly []) =>
      (await folders(change.length === 0 ? file : changed(change, file)))[1];
    const own = await folder();
    expect(await folder("C: 2", "C: 3")).not.toBe(own);
    expect(await folder("standard-scaler", "identity")).not.toBe(own);
    const corrupted = "seeds: [0]\ncorruption: { flippedLabels: 0.1 }";
    expect(await folder("seeds: [0]", corrupted)).not.toBe(own);
    expect(await folder("epochs: 15", "epochs: 16")).toBe(own);
    const [, seeded] = await folders(changed(["[random]", "[{ use: random, seed: 3 }]"]));
    expect(seeded).not.toBe((await folders())[1]);
  });

  it("says of corruption only what counts", async () => {
    const flipped = changed(["gamma: 2", "gamma: 2, corruption: { flippedLabels: 0.1 }"]);
    const [one] = await folders(flipped);
    const [other] = await folders(changed(["0.1 }", "0.1, outlierScale: 3 }"], flipped));
    expect(other).toBe(one);
  });

  it("gives each variant of a grid a run of its own, the same as the loss with these values and this name", async () => {
    const grid = changed(["seeds: [0]", "seeds: [0]\ngrid: { gamma: [1, 2] }"]);
    const [first, second] = await folders(grid);
    expect(second).not.toBe(first);
    const named = changed(["use: focal, gamma: 2", 'use: focal, name: "focal gamma=2", gamma: 2']);
    expect((await folders(named))[0]).toBe(second);
  });
});
