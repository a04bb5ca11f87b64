import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ZodError, z } from "zod";
import type { DatasetDefinition, Example } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";
import { defineDataset } from "./defineDataset.js";
import { loadDataset } from "./loadDataset.js";
import { temporaryFolder } from "./temporaryFolder.test.fixture.js";

interface Options {
  readonly prefix: string;
  readonly all: boolean;
}

const three: Example<string>[] = [
  { id: "1", input: "one", labels: ["b", "a"] },
  { id: "2", input: "two", labels: [] },
  { id: "3", input: "three", labels: ["c"] },
];

function datasetOf(
  examples: readonly Example<string>[],
  changes: Partial<DatasetDefinition<string, Options>> = {},
) {
  return defineDataset<string, Options>({
    id: "some-dataset",
    version: 1,
    title: "Some dataset",
    modality: "text",
    citation: "Somebody (2020)",
    license: "CC0-1.0",
    homepage: "https://example.org",
    sources: [],
    options: z.strictObject({ prefix: z.string().default(""), all: z.boolean().default(false) }),
    async *examples({ options }) {
      for (const { id, input, labels } of examples) {
        yield { id, input: options.prefix + input, labels };
      }
    },
    ...changes,
  });
}

test("loadDataset returns the examples in their order, with the options applied", async () => {
  const loaded = await loadDataset(datasetOf(three), { options: { prefix: "> " } });
  expect(loaded.id).toBe("some-dataset");
  expect(loaded.options).toEqual({ prefix: "> ", all: false });
  expect(loaded.examples.map(({ id, input }) => [id, input])).toEqual([
    ["1", "> one"],
    ["2", "> two"],
    ["3", "> three"],
  ]);
});

test("loadDataset takes the vocabulary from the dataset", async () => {
  const dataset = datasetOf(three, { labels: () => ["c", "b", "a", "unused"] });
  expect((await loadDataset(dataset)).labels).toEqual(["c", "b", "a", "unused"]);
});

test("loadDataset takes the labels that occur, sorted, where the dataset has no vocabulary", async () => {
  expect((await loadDataset(datasetOf(three))).labels).toEqual(["a", "b", "c"]);
});

test.each([
  ["two examples with one id", [three[0], three[0]], 'example "1" (number 2)'],
  ["an empty id", [{ id: "", input: "", labels: [] }], "its id is empty"],
  ["a label twice in an example", [{ id: "1", input: "", labels: ["a", "a"] }], "a label twice"],
  ["a label outside the vocabulary", [{ id: "1", input: "", labels: ["z"] }], '"z"'],
  ["an id that is no text", [{ id: 1, input: "", labels: [] }], "its id is no text"],
  ["an example without labels", [{ id: "1", input: "" }], "its labels are no list of texts"],
  ["a label that is no text", [{ id: "1", input: "", labels: [3] }], "its labels are no list"],
  ["no example", [], "no examples"],
])("loadDataset throws a DatasetError for %s", async (_what, examples, message) => {
  const load = loadDataset(
    datasetOf(examples as unknown as typeof three, { labels: () => ["a", "b", "c"] }),
  );
  await expect(load).rejects.toThrow(DatasetError);
  await expect(load).rejects.toThrow(message);
});

test("loadDataset throws a DatasetError for a vocabulary with a label twice", async () => {
  const load = loadDataset(datasetOf(three, { labels: () => ["a", "b", "c", "a"] }));
  await expect(load).rejects.toThrow("twice in its vocabulary");
});

test.each([
  ["an unknown option", { prefiks: "x" }, { code: "unrecognized_keys", keys: ["prefiks"] }],
  ["an option of the wrong type", { prefix: 1 }, { code: "invalid_type", path: ["prefix"] }],
])("loadDataset throws zod's own error for %s", async (_what, options, issue) => {
  const load = loadDataset(datasetOf(three), { options: options as Partial<Options> });
  await expect(load).rejects.toThrow(ZodError);
  await expect(load).rejects.toMatchObject({ issues: [issue] });
});

const splits = {
  official: {
    options: { all: true },
    ids: async () => ({ train: ["3"], validation: ["1"], test: ["2"] }),
  },
};

test("loadDataset(…, { split }) returns the official split as positions", async () => {
  const { split, options } = await loadDataset(datasetOf(three, { splits }), { split: "official" });
  expect(split).toEqual({ train: [2], validation: [0], test: [1] });
  expect(options.all).toBe(true);
});

test("loadDataset(…, { split }) lets the user's options prevail over those of the split", async () => {
  const settings = { split: "official", options: { all: false } };
  const { options } = await loadDataset(datasetOf(three, { splits }), settings);
  expect(options.all).toBe(false);
});

test("loadDataset names the official splits when the one asked for is unknown", async () => {
  const load = loadDataset(datasetOf(three, { splits }), { split: "toString" });
  await expect(load).rejects.toThrow('no official split "toString" (it has: official)');
});

function fileDataset(text: string, version = 1) {
  const data = temporaryFolder();
  mkdirSync(join(data, "some-dataset"));
  writeFileSync(join(data, "some-dataset", "a.txt"), text);
  const dataset = datasetOf([], {
    version,
    sources: [{ filename: "a.txt", url: "https://example.org/a.txt" }],
    async *examples({ file }) {
      yield { id: "1", input: await readFile(await file("a.txt"), "utf8"), labels: [] };
    },
  });
  return { dataset, settings: { data, cache: join(data, "cache") } };
}

test("loadDataset hands the dataset the path of its source", async () => {
  const { dataset, settings } = fileDataset("some text");
  expect((await loadDataset(dataset, settings)).examples[0]?.input).toBe("some text");
});

test("loadDataset's fingerprint changes with version, options and file, and with nothing else", async () => {
  const print = async (text: string, version: number, options = {}) => {
    const { dataset, settings } = fileDataset(text, version);
    return (await loadDataset(dataset, { ...settings, options })).fingerprint;
  };
  const prints = await Promise.all([
    print("text", 1),
    print("text", 2),
    print("other text", 1),
    print("text", 1, { all: true }),
  ]);
  expect(new Set(prints).size).toBe(4);
  expect(await print("text", 1, { all: false })).toBe(prints[0]);
});

test("loadDataset throws a DatasetError when the dataset asks for a file that it does not declare", async () => {
  const dataset = datasetOf([], {
    async *examples({ file }) {
      yield { id: "1", input: await file("b.txt"), labels: [] };
    },
  });
  await expect(loadDataset(dataset)).rejects.toThrow('asked for "b.txt"');
});

const leaving = (left: readonly string[]) =>
  datasetOf([], {
    // biome-ignore lint/correctness/useYield: a dataset without examples
    async *examples({ skip }) {
      for (const file of left) skip("no genre is held by minCount posters", { file });
    },
  });

test("loadDataset tells what a dataset without examples left out", async () => {
  await expect(loadDataset(leaving(["a.jpg", "b.jpg"]))).rejects.toMatchObject({
    name: "DatasetError",
    message:
      "dataset some-dataset has no examples; left out were 2: no genre is held by minCount posters (first: a.jpg)",
  });
  await expect(loadDataset(leaving([]))).rejects.toMatchObject({
    message: "dataset some-dataset has no examples",
  });
});
