import { defineDataset } from "@sigf1/datasets";
import { z } from "zod";

const ids = Array.from({ length: 60 }, (_, i) => `e${i}`);

/** Sixty examples of two features and two labels, with the official split `published`: 30, 12 and 18 examples. */
export const officialDataset = defineDataset({
  id: "official",
  version: 1,
  title: "official",
  modality: "features",
  citation: "none",
  license: "none",
  homepage: "https://example.org",
  sources: [],
  options: z.strictObject({}),
  splits: {
    published: {
      ids: async () => ({
        train: ids.slice(12, 42),
        validation: ids.slice(0, 12),
        test: ids.slice(42),
      }),
    },
  },
  async *examples() {
    for (const [i, id] of ids.entries()) {
      const labels = [...(i % 3 === 0 ? ["a"] : []), ...(i % 4 < 2 ? ["b"] : [])];
      yield { id, input: [i, i % 3], labels };
    }
  },
});
