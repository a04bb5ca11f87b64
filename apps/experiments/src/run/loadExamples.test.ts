import { defineDataset } from "@sigf1/datasets";
import { expect, it } from "vitest";
import { z } from "zod";
import type { Experiment } from "../config/resolveExperiment.js";
import { loadExamples } from "./loadExamples.js";

const load = (ids: readonly string[]) => {
  const dataset = defineDataset({
    ...{ id: "tiny", version: 1, title: "Tiny", modality: "text", citation: "none" },
    ...{ license: "none", homepage: "https://example.org", sources: [] },
    options: z.strictObject({}),
    async *examples({ skip }) {
      for (const file of ["b", "c"]) skip("no genre is held by minCount posters", { file });
      for (const id of ids) yield { id, input: id, labels: ["x"] };
    },
  });
  const experiment = { dataset, datasetOptions: {}, split: { use: "random" } };
  return loadExamples(experiment as unknown as Experiment, undefined);
};

it("counts what the dataset left out", async () => {
  const { statistics, dataset } = await load(["a"]);
  expect(statistics).toEqual({ id: "tiny", examples: 1, classes: 1, cardinality: 1 });
  expect(dataset.skipped).toEqual([
    { reason: "no genre is held by minCount posters", count: 2, first: "b" },
  ]);
});

it("tells what was left out where no example is left", async () => {
  await expect(load([])).rejects.toThrow(
    "dataset tiny has no examples; left out were 2: no genre is held by minCount posters (first: b)",
  );
});
