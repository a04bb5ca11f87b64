import { DatasetError } from "@sigf1/datasets";
import { expect, test } from "vitest";
import { fullLabels } from "./labels.js";
import { parseLabelFile } from "./parseLabelFile.js";

const parse = (content: string) => parseLabelFile(content, "labels/1.txt");

test.each([
  ["no sentence", "", []],
  ["sentences without labels", "< < <  <", []],
  ["NULL", "< NULL< <", []],
  ["a label of one level, with its trailing --", "<Cellular energetics--", ["Cellular energetics"]],
  [
    "a label of two levels",
    "< <Resisting cell death--Apoptosis< ",
    ["Resisting cell death--Apoptosis"],
  ],
  [
    "a label of two levels with a trailing --",
    "<Genomic instability and mutation--DNA damage--",
    ["Genomic instability and mutation--DNA damage"],
  ],
  [
    "two labels in a sentence",
    "<Resisting cell death--Necrosis AND Cellular energetics--",
    ["Resisting cell death--Necrosis", "Cellular energetics"],
  ],
  [
    "two labels in a sentence without the space after AND",
    "<Resisting cell death--Necrosis ANDCellular energetics--",
    ["Resisting cell death--Necrosis", "Cellular energetics"],
  ],
  [
    "two labels in a sentence with two spaces after AND",
    "<Resisting cell death--Necrosis AND  Cellular energetics--",
    ["Resisting cell death--Necrosis", "Cellular energetics"],
  ],
  [
    "a label in two sentences, once",
    "<Resisting cell death--Autophagy<NULL<  Resisting cell death--Autophagy",
    ["Resisting cell death--Autophagy"],
  ],
])("parseLabelFile reads %s", (_what, content, labels) => {
  expect(parse(content)).toEqual(labels);
});

test("parseLabelFile reads each of the 36 labels, with and without a trailing --", () => {
  expect(parse(fullLabels.join("<"))).toEqual(fullLabels);
  expect(parse(fullLabels.map((label) => `${label}--`).join(" AND "))).toEqual(fullLabels);
});

test.each([
  ["an unknown hallmark", "< <Growing wings--", '"Growing wings--" (sentence 3)'],
  [
    "an unknown lower level",
    "<Resisting cell death--Boredom",
    '"Resisting cell death--Boredom" (sentence 2)',
  ],
  [
    "an empty level",
    "Resisting cell death----Apoptosis",
    '"Resisting cell death----Apoptosis" (sentence 1)',
  ],
  ["a label missing after AND", "Cellular energetics-- AND <", '"" (sentence 1)'],
  ["NULL beside a label", "NULL AND Cellular energetics--", '"NULL" (sentence 1)'],
])(
  "parseLabelFile throws a DatasetError with file, sentence and excerpt for %s",
  (_what, content, message) => {
    expect(() => parse(content)).toThrow(DatasetError);
    expect(() => parse(content)).toThrow(`labels/1.txt: ${message}`);
  },
);

test("parseLabelFile cuts a long excerpt", () => {
  expect(() => parse("x".repeat(1000))).toThrow(`"${"x".repeat(80)}…"`);
});
