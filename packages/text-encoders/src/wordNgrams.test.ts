import { expect, test } from "vitest";
import { wordNgrams } from "./wordNgrams.js";

const options = {
  lowercase: true,
  stopWords: new Set<string>(),
  ngramRange: [1, 1] as const,
};

test.each([
  ["words have at least two characters", "I am a_ x1 _ 7", ["am", "a_", "x1"]],
  ["punctuation parts words", "re-use don't", ["re", "use", "don"]],
  ["letters and digits of every script count", "Straße 深層 ٣٤ ½½", ["straße", "深層", "٣٤", "½½"]],
  ["a character beyond U+FFFF is one character", "𠮷 𠮷野 😀😀", ["𠮷野"]],
  ["a combining mark parts words", "cafe\u0301s caf\u00e9s", ["cafe", "cafés"]],
  ["İ becomes i and a combining dot, which parts words", "İstanbul", ["stanbul"]],
  ["Σ becomes ς at the end of a word", "ΣΑΣ", ["σας"]],
])("%s", (_, text, words) => {
  expect(wordNgrams(text, options)).toEqual(words);
});

test("n-grams of every length in the range, words joined by one space", () => {
  expect(wordNgrams("one, two three", { ...options, ngramRange: [2, 3] })).toEqual([
    "one two",
    "two three",
    "one two three",
  ]);
});

test("stop words are taken out before n-grams are made", () => {
  const stopWords = new Set(["of"]);
  expect(wordNgrams("hallmarks OF cancer", { ...options, stopWords, ngramRange: [2, 2] })).toEqual([
    "hallmarks cancer",
  ]);
});

test("case is kept where asked", () => {
  expect(wordNgrams("DNA dna", { ...options, lowercase: false })).toEqual(["DNA", "dna"]);
});
