import fc from "fast-check";
import { expect, test } from "vitest";
import type { DatasetContext, Example } from "../Dataset.js";
import { rareLabelFilter } from "./rareLabelFilter.js";
import { drain } from "./textFile.test.fixture.js";

const context: DatasetContext<unknown> = {
  options: {},
  file: async (name) => name,
  find: async (name) => name,
  skip: () => {},
};

const streamOf = (sets: readonly (readonly string[])[]) =>
  async function* (): AsyncGenerator<Example<number>> {
    for (const [index, labels] of sets.entries()) yield { id: `${index}`, input: index, labels };
  };

test("rareLabelFilter takes off the labels of fewer than minCount examples, and keeps the examples", async () => {
  const { items } = await drain(
    rareLabelFilter(context, 2, streamOf([["a", "b"], ["b"], ["c"], []])),
  );
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
      const { items } = await drain(rareLabelFilter(context, minCount, streamOf(before)));
      const holders = (label: string) => before.filter((set) => set.includes(label)).length;
      expect(items.map(({ labels }) => labels)).toEqual(
        before.map((set) => set.filter((label) => holders(label) >= minCount)),
      );
    }),
  );
});

test.each([-1, 1.5, Number.NaN])("rareLabelFilter refuses minCount %d", async (minCount) => {
  const { error } = await drain(rareLabelFilter(context, minCount, streamOf([["a"]])));
  expect(String(error)).toContain(`minCount is ${minCount}; expected a whole number from 0`);
});

test.each([1, 2])(
  "rareLabelFilter with minCount %d counts what is left out once",
  async (minCount) => {
    const skipped: string[] = [];
    const counting = { ...context, skip: (reason: string) => skipped.push(reason) };
    const filtered = rareLabelFilter(counting, minCount, async function* ({ skip }) {
      skip("it is blank");
      yield { id: "0", input: 0, labels: ["a"] };
    });
    await drain(filtered);
    expect(skipped).toEqual(["it is blank"]);
  },
);
