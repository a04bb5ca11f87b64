import { expect, test } from "vitest";
import type { ArffAttribute } from "./arff/ArffAttribute.js";
import { rowDecoder } from "./rowDecoder.js";

const binary = { kind: "nominal", values: ["0", "1"] } as const;
const attributes: ArffAttribute[] = [
  { name: "size", kind: "numeric" },
  { name: "poodle", ...binary },
  { name: "colour", kind: "nominal", values: ["red", "green", "blue"] },
  { name: "animal", ...binary },
  { name: "dog", ...binary },
];
const labels = new Map([
  ["dog", ["animal"]],
  ["animal", []],
  ["poodle", ["dog", "animal"]],
]);
const dense = (...values: (string | undefined)[]) =>
  values.map((value, attribute) => ({ attribute, value }));

test("rowDecoder parts a dense row into features, in the order of the header, and labels, in their own", () => {
  const decode = rowDecoder(attributes, labels, "error");
  expect(decode(dense("2.5", "0", "green", "1", "1"))).toEqual({
    input: Float32Array.of(2.5, 0, 1, 0),
    labels: ["dog", "animal"],
  });
});

test("rowDecoder takes 0 and the first value for what a sparse row leaves out", () => {
  const decode = rowDecoder(attributes, labels, "error");
  expect(decode([])).toEqual({ input: Float32Array.of(0, 1, 0, 0), labels: [] });
  expect(decode([{ attribute: 2, value: "blue" }]).input).toEqual(Float32Array.of(0, 0, 0, 1));
  expect(decode([]).input).toEqual(Float32Array.of(0, 1, 0, 0));
});

test("rowDecoder takes a label whose values are declared {1,0} for true where a sparse row leaves it out", () => {
  const attribute: ArffAttribute = { name: "a", kind: "nominal", values: ["1", "0"] };
  const decode = rowDecoder([attribute], new Map([["a", []]]), "error");
  expect(decode([]).labels).toEqual(["a"]);
  expect(decode([{ attribute: 0, value: "0" }]).labels).toEqual([]);
});

test("rowDecoder takes the labels above a true label for true", () => {
  const decode = rowDecoder(attributes, labels, "error");
  expect(decode(dense("0", "1", "red", "0", "0")).labels).toEqual(["dog", "animal", "poodle"]);
  expect(decode(dense("0", "0", "red", "1", "0")).labels).toEqual(["animal"]);
});

test('rowDecoder takes features of 0 for a missing one with missing: "zero"', () => {
  const decode = rowDecoder(attributes, labels, "zero");
  const { input } = decode(dense(undefined, "0", undefined, "0", "0"));
  expect(input).toEqual(new Float32Array(4));
});

test.each([
  ["a missing feature", dense(undefined, "0", "red", "0", "0"), 'attribute "size" is missing'],
  ["a missing label", dense("1", undefined, "red", "0", "0"), 'the label "poodle" is missing'],
  ["a label that is not 0 or 1", dense("1", "2", "red", "0", "0"), 'the label "poodle" is "2"'],
  [
    "a number that is none",
    dense("x", "0", "red", "0", "0"),
    'attribute "size": expected a number',
  ],
])("rowDecoder's function throws a SyntaxError for %s", (_what, cells, message) => {
  const decode = rowDecoder(attributes, labels, "error");
  expect(() => decode(cells)).toThrow(SyntaxError);
  expect(() => decode(cells)).toThrow(message);
});

test.each([
  ["a label without an attribute", "cat", 'no attribute for the label "cat"'],
  ["a label that is a number", "size", 'the label "size" is not declared'],
  ["a label of other values", "colour", 'the label "colour" is not declared'],
])("rowDecoder throws a SyntaxError for %s", (_what, name, message) => {
  const decoder = () => rowDecoder(attributes, new Map([[name, []]]), "error");
  expect(decoder).toThrow(SyntaxError);
  expect(decoder).toThrow(message);
});
