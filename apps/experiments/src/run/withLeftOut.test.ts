import { defineDataset, loadDataset, openDataset } from "@sigf1/datasets";
import { expect, it } from "vitest";
import { z } from "zod";
import { withLeftOut } from "./withLeftOut.js";

const dataset = (left: readonly string[]) =>
  defineDataset({
    ...{ id: "empty", version: 1, title: "Empty", modality: "text", citation: "none" },
    ...{
      license: "none",
      homepage: "https://example.org",
      sources: [],
      options: z.strictObject({}),
    },
    // biome-ignore lint/correctness/useYield: a dataset without examples
    async *examples({ skip }) {
      for (const file of left) skip("no genre is held by minCount posters", { file });
    },
  });

async function told(left: readonly string[]): Promise<unknown> {
  const error = await loadDataset(dataset(left)).catch((reason: unknown) => reason);
  return withLeftOut(error, openDataset(dataset(left)));
}

it("tells what a dataset without examples left out", async () => {
  expect(await told(["a.jpg", "b.jpg"])).toMatchObject({
    name: "DatasetError",
    message:
      "dataset empty has no examples; left out were 2: no genre is held by minCount posters (first: a.jpg)",
  });
});

it("leaves other errors, and a dataset that left nothing out, as they are", async () => {
  expect(await told([])).toMatchObject({ message: "dataset empty has no examples" });
  const other = new Error("no file");
  expect(await withLeftOut(other, openDataset(dataset(["a.jpg"])))).toBe(other);
});
