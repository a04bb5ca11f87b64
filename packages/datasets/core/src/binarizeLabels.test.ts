import fc from "fast-check";
import { expect, test } from "vitest";
import { binarizeLabels } from "./binarizeLabels.js";
import { DatasetError } from "./DatasetError.js";

test("binarizeLabels has a row per example and a column per label, in their orders", () => {
  const examples = [
    { id: "1", labels: ["c", "a"] },
    { id: "2", labels: [] },
    { id: "3", labels: ["b"] },
  ];
  expect(binarizeLabels(examples, ["a", "b", "c"])).toEqual({
    rows: 3,
    cols: 3,
    data: Uint8Array.of(1, 0, 1, 0, 0, 0, 0, 1, 0),
    ignored: 0,
  });
});

test("binarizeLabels loses nothing: the labels can be read back from the matrix", () => {
  const vocabulary = ["d", "a", "c", "b"];
  fc.assert(
    fc.property(fc.array(fc.subarray(vocabulary)), (sets) => {
      const examples = sets.map((labels, index) => ({ id: String(index), labels }));
      const { cols, data } = binarizeLabels(examples, vocabulary);
      const back = sets.map((_, row) => vocabulary.filter((_label, col) => data[row * cols + col]));
      expect(back).toEqual(sets);
    }),
  );
});

test("binarizeLabels throws a DatasetError naming example and label outside the vocabulary", () => {
  const binarize = () => binarizeLabels([{ id: "7", labels: ["z"] }], ["a"]);
  expect(binarize).toThrow(DatasetError);
  expect(binarize).toThrow('example "7" has the label "z"');
});

test('binarizeLabels with unknown: "ignore" leaves out labels outside the vocabulary and counts them', () => {
  const examples = [
    { id: "1", labels: ["z", "a"] },
    { id: "2", labels: ["y", "z"] },
  ];
  expect(binarizeLabels(examples, ["a", "b"], { unknown: "ignore" })).toEqual({
    rows: 2,
    cols: 2,
    data: Uint8Array.of(1, 0, 0, 0),
    ignored: 3,
  });
});

test.each([
  ["a vocabulary with a label twice", ["a", "a"], {}, "the vocabulary has a label twice"],
  ["another value of unknown", ["a"], { unknown: "skip" as "error" }, 'unknown is "skip"'],
])("binarizeLabels refuses %s", (_what, vocabulary, options, message) => {
  expect(() => binarizeLabels([{ id: "1", labels: ["a"] }], vocabulary, options)).toThrow(message);
});
