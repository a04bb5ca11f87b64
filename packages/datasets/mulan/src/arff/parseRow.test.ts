import { expect, test } from "vitest";
import type { ArffAttribute } from "./ArffAttribute.js";
import { arffTokens } from "./arffTokens.js";
import { parseRow } from "./parseRow.js";

const attributes: ArffAttribute[] = ["a", "b", "c"].map((name) => ({ name, kind: "numeric" }));
const cells = (line: string) =>
  parseRow(arffTokens(line), attributes).map(({ attribute, value }) => [attribute, value]);

test("parseRow gives every cell of a dense row", () => {
  expect(cells("1, -2.5e3 ,x")).toEqual([
    [0, "1"],
    [1, "-2.5e3"],
    [2, "x"],
  ]);
});

test("parseRow gives the cells that a sparse row names", () => {
  expect(cells("{0 1, 2 'x y'}")).toEqual([
    [0, "1"],
    [2, "x y"],
  ]);
  expect(cells("{}")).toEqual([]);
});

test("parseRow takes an unquoted ? for a missing value, a quoted one for a value", () => {
  expect(cells("?,'?',1")[0]).toEqual([0, undefined]);
  expect(cells("?,'?',1")[1]).toEqual([1, "?"]);
  expect(cells("{1 ?}")).toEqual([[1, undefined]]);
});

test.each([
  ["too few values", "1,2", "2 values, expected 3"],
  ["too many values", "1,2,3,4", "4 values, expected 3"],
  ["an instance weight", "1,2,3,{5}", "instance weights are not read"],
  ["a sparse row without an end", "{0 1", "no closing brace"],
  ["an instance weight after a sparse row", "{0 1}, {5}", "after the closing brace"],
  ["an index without a value", "{0 1, 2}", "index 2 of the sparse row has no value"],
  ["an index that is none", "{x 1}", '"x" is no index; expected 0 to 2'],
  ["an index that is too large", "{3 1}", '"3" is no index; expected 0 to 2'],
  ["an index twice", "{1 1, 1 2}", "index 1 follows index 1"],
  ["indices that descend", "{2 1, 0 2}", "index 0 follows index 2"],
])("parseRow throws a SyntaxError for %s", (_what, line, message) => {
  expect(() => cells(line)).toThrow(SyntaxError);
  expect(() => cells(line)).toThrow(message);
});
