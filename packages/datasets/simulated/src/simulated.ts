import { isDeepStrictEqual } from "node:util";
import { type Dataset, defineDataset } from "@sigf1/datasets";
import { generateExamples } from "./generateExamples.js";
import { labelNames } from "./labelNames.js";
import { type SimulatedOptions, simulatedOptions } from "./SimulatedOptions.js";

/**
 * Feature vectors with labels from a known model (see `generateExamples`): cardinality, imbalance, label
 * correlation and noise are options. Labels are named from the most frequent to the rarest. An example may have
 * no label.
 */
export const simulated: Dataset<Float32Array, SimulatedOptions> = defineDataset({
  id: "simulated",
  version: 1,
  title: "Simulated labels and features",
  modality: "features",
  citation: "Generated; the model is documented in the README of @sigf1/dataset-simulated.",
  license: "MIT",
  homepage: "https://www.npmjs.com/package/@sigf1/dataset-simulated",
  sources: [],
  options: simulatedOptions,
  labels: ({ classes }) => labelNames(classes),
  statistics: (options) =>
    isDeepStrictEqual(options, simulatedOptions.parse({}))
      ? { examples: 2000, classes: 12, cardinality: 2.03 }
      : undefined,
  async *examples({ options }) {
    yield* generateExamples(options);
  },
});
