import { randomSplit, stratifiedSplit } from "@sigf1/datasets";
import { describe, expect, it } from "vitest";
import { resolveExperiment } from "../config/resolveExperiment.js";
import { officialDataset } from "../testing/officialDataset.test.fixture.js";
import { loadExamples } from "./loadExamples.js";
import { splitExamples } from "./splitExamples.js";

async function prepare(use: string) {
  const text =
    "{ experiment: s, dataset: simulated, encoder: identity, losses: [focal], split: { fractions: [0.5, 0.3, 0.2] } }";
  const resolved = await resolveExperiment(text, "s.yaml");
  const split = { ...resolved.split, use };
  const experiment = { ...resolved, dataset: officialDataset, datasetOptions: {}, split };
  return { experiment, examples: await loadExamples(experiment, undefined) };
}
const shares = { train: 0.5, validation: 0.3, test: 0.2 };

describe("splitExamples", () => {
  it.each([0, 1])("draws the kind of split that the file names, by seed %i", async (seed) => {
    const random = await prepare("random");
    const stratified = await prepare("stratified");
    const { labels } = random.examples;
    const drawn = splitExamples(random.experiment, random.examples, seed);
    expect(drawn).toEqual(randomSplit(60, shares, seed));
    const balanced = splitExamples(stratified.experiment, stratified.examples, seed);
    expect(balanced).toEqual(stratifiedSplit(labels, shares, seed));
    expect(balanced).not.toEqual(drawn);
  });

  it.each(["random", "stratified"])("draws another %s split for another seed", async (use) => {
    const { experiment, examples } = await prepare(use);
    expect(splitExamples(experiment, examples, 0)).not.toEqual(
      splitExamples(experiment, examples, 1),
    );
  });

  it("keeps to the official split, whatever the seed", async () => {
    const { experiment, examples } = await prepare("published");
    const all = Array.from({ length: 60 }, (_, i) => i);
    const parts = { train: all.slice(12, 42), validation: all.slice(0, 12), test: all.slice(42) };
    expect(splitExamples(experiment, examples, 0)).toEqual(parts);
    expect(splitExamples(experiment, examples, 1)).toEqual(parts);
  });
});
