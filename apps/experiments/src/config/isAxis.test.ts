import { expect, it } from "vitest";
import { z } from "zod";
import { isAxis } from "./isAxis.js";

const axis = (schema: z.ZodType, value: unknown) =>
  isAxis(value, (candidate) => schema.safeParse(candidate).success);

it.each([
  ["a list where one number is expected", z.number(), [1, 2], true],
  ["a list where a number or a list is expected", z.number().or(z.array(z.number())), [1, 2], true],
  ["a list where a list is expected", z.array(z.number()), [1, 2], false],
  ["a list of lists where a list is expected", z.array(z.number()), [[1, 2], []], true],
  ["a list of which one entry is out of range", z.number().positive(), [1, -2], true],
  ["a list without a possible entry", z.number(), ["a", "b"], false],
  [
    "a list of words, one of them a keyword",
    z.literal("en").or(z.array(z.string())),
    ["en", "a"],
    false,
  ],
  ["an empty list", z.number(), [], false],
  ["one value", z.number(), 1, false],
])("isAxis of %s", (_what, schema, value, expected) => {
  expect(axis(schema, value)).toBe(expected);
});
