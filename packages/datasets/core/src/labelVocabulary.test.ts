import { expect, test } from "vitest";
import { labelVocabulary } from "./labelVocabulary.js";

const examples = [["b", "a"], ["b", "b"], [], ["Z", "c"]].map((labels) => ({ labels }));

test("labelVocabulary is the labels that occur, sorted, whatever the order of the examples", () => {
  expect(labelVocabulary(examples)).toEqual(["Z", "a", "b", "c"]);
  expect(labelVocabulary([...examples].reverse())).toEqual(["Z", "a", "b", "c"]);
});

test("labelVocabulary with minCount keeps the labels of at least so many examples", () => {
  expect(labelVocabulary(examples, { minCount: 2 })).toEqual(["b"]);
  expect(labelVocabulary(examples, { minCount: 3 })).toEqual([]);
});

test("labelVocabulary refuses a minimum that is no whole number from 0", () => {
  expect(() => labelVocabulary([], { minCount: -1 })).toThrow("minCount is -1");
});
