import { expect, test } from "vitest";
import { arffTokens } from "./arffTokens.js";
import { parseAttribute } from "./parseAttribute.js";

const parse = (line: string) => parseAttribute(arffTokens(line));

test.each([
  ["x numeric", { name: "x", kind: "numeric" }],
  ["x REAL", { name: "x", kind: "numeric" }],
  ["'x y' Integer % counts", { name: "x y", kind: "numeric" }],
  ["x string", { name: "x", kind: "string" }],
  ["x{0,1}", { name: "x", kind: "nominal", values: ["0", "1"] }],
  ["x { 'a b' , c }", { name: "x", kind: "nominal", values: ["a b", "c"] }],
  ["'{' {'}'}", { name: "{", kind: "nominal", values: ["}"] }],
])("parseAttribute reads %s", (line, attribute) => {
  expect(parse(line)).toEqual(attribute);
});

test.each([
  ["no name", "", "no name"],
  ["a name that is a brace", "{0,1}", "no name"],
  ["no type", "x", 'attribute "x" has the type ""'],
  ["a date", "x date 'yyyy'", 'attribute "x" has the type "date yyyy"'],
  ["more after the type", "x numeric 3", 'attribute "x" has the type "numeric 3"'],
  ["a type that is a property of every object", "x constructor", 'the type "constructor"'],
  ["a list without an end", "x {0,1", 'attribute "x": expected values between { and }'],
  ["more after the list", "x {0,1} 2", 'attribute "x": expected values between { and }'],
  ["a list in a list", "x {0,{1}}", 'attribute "x": expected values between { and }'],
  ["an empty list", "x {}", 'attribute "x" has no value'],
  ["a value twice", "x {0,1,0}", 'attribute "x" has a value twice'],
])("parseAttribute throws a SyntaxError for %s", (_what, line, message) => {
  expect(() => parse(line)).toThrow(SyntaxError);
  expect(() => parse(line)).toThrow(message);
});
