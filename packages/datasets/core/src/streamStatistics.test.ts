import fc from "fast-check";
import { expect, test } from "vitest";
import { binarizeLabels } from "./binarizeLabels.js";
import { DatasetError } from "./DatasetError.js";
import { labelStatistics } from "./labelStatistics.js";
import { labelVocabulary } from "./labelVocabulary.js";
import { streamStatistics } from "./streamStatistics.js";

async function* streamOf<Item>(items: readonly Item[]) {
  yield* items;
}

const labelSets = fc.array(fc.subarray(["d", "a", "c", "b"]));
const named = (sets: readonly string[][]) =>
  sets.map((labels, index) => ({ id: String(index), labels }));

test("streamStatistics says of a stream what labelStatistics says of its matrix", async () => {
  const vocabulary = ["d", "c", "b", "a"];
  await fc.assert(
    fc.asyncProperty(labelSets, async (sets) => {
      const examples = named(sets);
      const ofMatrix = labelStatistics(binarizeLabels(examples, vocabulary));
      expect(await streamStatistics(streamOf(examples), vocabulary)).toEqual({
        ...ofMatrix,
        labels: vocabulary,
      });
    }),
  );
});

test("streamStatistics without a vocabulary counts the labels that occur, sorted", async () => {
  await fc.assert(
    fc.asyncProperty(labelSets, async (sets) => {
      const examples = named(sets);
      const labels = labelVocabulary(examples);
      const ofMatrix = labelStatistics(binarizeLabels(examples, labels));
      expect(await streamStatistics(streamOf(examples))).toEqual({ ...ofMatrix, labels });
    }),
  );
});

test("streamStatistics throws a DatasetError naming example and label outside the vocabulary", async () => {
  const counted = streamStatistics(streamOf([{ id: "7", labels: ["z"] }]), ["a"]);
  await expect(counted).rejects.toThrow(DatasetError);
  await expect(counted).rejects.toThrow('example "7" has the label "z"');
});
