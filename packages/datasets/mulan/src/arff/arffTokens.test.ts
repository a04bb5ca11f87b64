import fc from "fast-check";
import { expect, test } from "vitest";
import { arffTokens } from "./arffTokens.js";

const texts = (line: string) => arffTokens(line).map(({ text }) => text);

test.each([
  ["an empty line", "", []],
  ["white space", " \t ", []],
  ["a comment", "  % 'no word", []],
  ["commas with and without white space", "1,2 , 3,\t4", ["1", "2", "3", "4"]],
  ["white space alone", "@data  x\ty ", ["@data", "x", "y"]],
  ["a comment after words", "1,2%three", ["1", "2"]],
  ["braces that touch words", "a{b,c}", ["a", "{", "b", "c", "}"]],
  ["quoted words with separators, braces and %", `'a b',"c,d", '{%}'`, ["a b", "c,d", "{%}"]],
  ["the other quote in a quoted word", `'say "x"' "it's"`, ['say "x"', "it's"]],
  [
    "escapes in a quoted word",
    String.raw`'it\'s' "a\\b\"" 'n\nt\tp\%'`,
    ["it's", 'a\\b"', "n\nt\tp%"],
  ],
  ["an empty quoted word", "'' x", ["", "x"]],
  ["a quote within an unquoted word", "don't stop", ["don't", "stop"]],
  [
    "a backslash in an unquoted word",
    String.raw`Society\Religion x`,
    [String.raw`Society\Religion`, "x"],
  ],
])("arffTokens reads %s", (_what, line, expected) => {
  expect(texts(line)).toEqual(expected);
});

test("arffTokens tells quoted words from unquoted ones", () => {
  expect(arffTokens("? '?'")).toEqual([
    { text: "?", quoted: false },
    { text: "?", quoted: true },
  ]);
});

test("arffTokens reads back any words that are quoted, with a backslash before quotes and backslashes", () => {
  const quote = fc.constantFrom("'", '"');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: "binary" }), quote)), (words) => {
      const line = words.map(([text, mark]) => mark + text.replace(/['"\\]/g, "\\$&") + mark);
      expect(texts(line.join(","))).toEqual(words.map(([text]) => text));
    }),
  );
});

test("arffTokens throws a SyntaxError for a quote that is not closed", () => {
  expect(() => arffTokens("a, 'b c")).toThrow(SyntaxError);
  expect(() => arffTokens("a, 'b c")).toThrow("'b c");
});
