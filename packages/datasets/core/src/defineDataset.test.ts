import { expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import type { Dataset } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";
import { defineDataset } from "./defineDataset.js";

const definition = {
  id: "some-dataset",
  version: 1,
  title: "Some dataset",
  modality: "text" as const,
  citation: "Somebody (2020)",
  license: "CC0-1.0",
  homepage: "https://example.org",
  sources: [],
  options: z.strictObject({ size: z.number().default(2) }),
  async *examples() {
    yield { id: "1", input: "text", labels: [] };
  },
};

test("defineDataset returns the definition, frozen", () => {
  const dataset = defineDataset(definition);
  expect(dataset).toEqual(definition);
  expect(Object.isFrozen(dataset)).toBe(true);
});

test("defineDataset infers the types of input and options, and a dataset of any type takes it", () => {
  const dataset = defineDataset(definition);
  expectTypeOf(dataset).toEqualTypeOf<Dataset<string, { size: number }>>();
  expectTypeOf(dataset).toExtend<Dataset<unknown, unknown>>();
});

const source = { filename: "a.txt", url: "https://example.org/a.txt" };

test.each([
  ["id", { id: "Some Dataset" }],
  ["version", { version: 0 }],
  ["title", { title: " " }],
  ["modality", { modality: "sound" }],
  ["citation", { citation: undefined }],
  ["homepage", { homepage: "example" }],
  ["sources.0.filename", { sources: [{ ...source, filename: "../a.txt" }] }],
  ["sources.0.filename", { sources: [{ ...source, filename: ".." }] }],
  ["sources.0.sha256", { sources: [{ ...source, sha256: "abc" }] }],
  ["sources.0.bytes", { sources: [{ ...source, bytes: 0.5 }] }],
  ["sources: two sources have the same filename", { sources: [source, source] }],
  ["options: every option needs a default", { options: z.strictObject({ size: z.number() }) }],
  ["options: unknown options must be refused", { options: z.object({}) }],
  ["labels: expected a function", { labels: ["a"] }],
  ["splits.official.ids: expected a function", { splits: { official: {} } }],
  ["examples: expected a function", { examples: [] }],
  ["surprise", { surprise: 1 }],
])("defineDataset throws a DatasetError naming the wrong field %s", (field, change) => {
  const define = () => defineDataset({ ...definition, ...change } as unknown as typeof definition);
  expect(define).toThrow(DatasetError);
  expect(define).toThrow(field);
});
