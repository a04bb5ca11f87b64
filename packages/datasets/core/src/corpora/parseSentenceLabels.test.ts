import { expect, test } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { parseSentenceLabels } from "./parseSentenceLabels.js";

const vocabulary = ["Air", "Air--indoor", "Water--tap", "Water--tap--lead"];
const parse = (content: string) =>
  parseSentenceLabels(content, new Set(vocabulary), "labels/1.txt");

test.each([
  ["no sentence", "", []],
  ["sentences without labels", "< < <  <", []],
  ["NULL", "< NULL< <", []],
  ["a label of one level, with its trailing --", "<Air--", ["Air"]],
  ["a label of two levels", "< <Air--indoor< ", ["Air--indoor"]],
  ["a label of two levels with a trailing --", "<Water--tap--", ["Water--tap"]],
  ["two labels in a sentence", "<Water--tap AND Air--", ["Water--tap", "Air"]],
  ["two labels without the space after AND", "<Water--tap ANDAir--", ["Water--tap", "Air"]],
  ["two labels with two spaces after AND", "<Water--tap AND  Air--", ["Water--tap", "Air"]],
  ["a label in two sentences, once", "<Air--indoor<NULL<  Air--indoor", ["Air--indoor"]],
])("parseSentenceLabels reads %s", (_what, content, labels) => {
  expect(parse(content)).toEqual(labels);
});

test.each([
  ["an unknown label", "< <Fire--", '"Fire--" (sentence 3)'],
  ["a label in another case", "<air--", '"air--" (sentence 2)'],
  ["an unknown lower level", "<Water--well", '"Water--well" (sentence 2)'],
  ["a label cut off above its lowest level", "<Water", '"Water" (sentence 2)'],
  ["an empty level", "Air----indoor", '"Air----indoor" (sentence 1)'],
  ["a label missing after AND", "Air-- AND <", '"" (sentence 1)'],
  ["NULL beside a label", "NULL AND Air--", '"NULL" (sentence 1)'],
])(
  "parseSentenceLabels throws a DatasetError with file, sentence and excerpt for %s",
  (_what, content, message) => {
    expect(() => parse(content)).toThrow(DatasetError);
    expect(() => parse(content)).toThrow(`labels/1.txt: ${message}`);
  },
);

test("parseSentenceLabels cuts a long excerpt", () => {
  expect(() => parse("x".repeat(1000))).toThrow(`"${"x".repeat(80)}…"`);
});
