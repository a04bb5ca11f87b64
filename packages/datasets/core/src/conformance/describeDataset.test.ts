import { z } from "zod";
import { defineDataset } from "../defineDataset.js";
import { describeDataset } from "./describeDataset.js";

const features = defineDataset({
  id: "squares",
  version: 1,
  title: "Squares",
  modality: "features",
  citation: "Made for this test.",
  license: "MIT",
  homepage: "https://example.org",
  sources: [],
  options: z.strictObject({ size: z.int().positive().default(10), shift: z.number().default(0) }),
  statistics: ({ size, shift }) =>
    size === 10 && shift === 0 ? { examples: 10, classes: 2, cardinality: 1.1 } : undefined,
  async *examples({ options: { size, shift } }) {
    for (let n = 0; n < size; n++) {
      const labels = [n % 2 === 0 ? "even" : "odd", ...(n === 9 ? ["even"] : [])];
      yield { id: String(n), input: Float32Array.of(n, n * n + shift), labels };
    }
  },
});

describeDataset(features);
describeDataset(features, { options: { size: 100, shift: 1 } });
