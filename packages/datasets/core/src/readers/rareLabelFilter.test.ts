import fc from "fast-check";
import { expect, test } from "vitest";
import type { Example } from "../Dataset.js";
import { rareLabelFilter } from "./rareLabelFilter.js";
import { drain } from "./textFile.test.fixture.js";

const streamOf = (sets: readonly (readonly string[])[]) =>
  async function* (): AsyncGenerator<Example<number>> {
    for (const [index, labels] of sets.entries()) yield { id: `${index}`, input: index, labels };
  };

test("rareLabelFilter takes off the labels of fewer than minCount examples, and keeps the examples", async () => {
  const { items } = await drain(rareLabelFilter(streamOf([["a", "b"], ["b"], ["c"], []]), 2));
  expect(items).toEqual([
    { id: "0", input: 0, labels: ["b"] },
    { id: "1", input: 1, labels: ["b"] },
    { id: "2", input: 2, labels: [] },
    { id: "3", input: 3, labels: [] },
  ]);
});

test("rareLabelFilter leaves exactly the labels that minCount examples hold", async () => {
  const sets = fc.array(fc.subarray(["a", "b", "c", "d"]));
  await fc.assert(
    fc.asyncProperty(sets, fc.nat(4), async (before, minCount) => {
      const { items } = await drain(rareLabelFilter(streamOf(before), minCount));
      const holders = (label: string) => before.filter((set) => set.includes(label)).length;
      expect(items.map(({ labels }) => labels)).toEqual(
        before.map((set) => set.filter((label) => holders(label) >= minCount)),
      );
    }),
  );
});
