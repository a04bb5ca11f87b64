import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArffAttribute } from "./arff/ArffAttribute.js";
import { featureColumn } from "./featureColumn.js";

function features(attribute: ArffAttribute, value: string): number[] {
  const column = featureColumn(attribute);
  const vector = new Float32Array(column.width + 2);
  column.write(value, vector, 1);
  expect([vector[0], vector[column.width + 1]]).toEqual([0, 0]);
  return [...vector.subarray(1, -1)];
}

const numeric: ArffAttribute = { name: "x", kind: "numeric" };
const nominal = (...values: string[]): ArffAttribute => ({ name: "x", kind: "nominal", values });

test("featureColumn writes a number as the float32 nearest to it", () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(features(numeric, String(number))).toEqual([number === 0 ? 0 : number]);
    }),
  );
  expect(features(numeric, "0.1")).toEqual([Math.fround(0.1)]);
});

test.each(["+1.", ".5", "-1E-2", "007"])("featureColumn reads the number %s", (value) => {
  expect(features(numeric, value)).toEqual([Math.fround(Number(value))]);
});

test.each(["", "x", "1,5", "0x10", "NaN", "Infinity", "1e99", " 1"])(
  'featureColumn throws a SyntaxError naming the attribute for the number "%s"',
  (value) => {
    expect(() => features(numeric, value)).toThrow(SyntaxError);
    expect(() => features(numeric, value)).toThrow(`attribute "x": expected a number, found "`);
  },
);

test("featureColumn takes 0 and 1 for themselves, in whatever order they are declared", () => {
  for (const attribute of [nominal("0", "1"), nominal("1", "0"), nominal("1")]) {
    expect(features(attribute, "1")).toEqual([1]);
  }
  expect(features(nominal("1", "0"), "0")).toEqual([0]);
});

test("featureColumn makes one feature of two values: 0 for the first, 1 for the second", () => {
  expect(features(nominal("no", "yes"), "no")).toEqual([0]);
  expect(features(nominal("no", "yes"), "yes")).toEqual([1]);
});

test("featureColumn makes a feature for each of more than two values", () => {
  const attribute = nominal("red", "green", "blue");
  expect(features(attribute, "red")).toEqual([1, 0, 0]);
  expect(features(attribute, "blue")).toEqual([0, 0, 1]);
});

test("featureColumn's absent value is 0, or the first of a nominal attribute", () => {
  expect(featureColumn(numeric).absent).toBe("0");
  expect(featureColumn(nominal("red", "green", "blue")).absent).toBe("red");
});

test("featureColumn throws a SyntaxError for a value that is not declared", () => {
  expect(() => features(nominal("red", "green"), "Red")).toThrow(
    'attribute "x": "Red" is none of its values {red, green}',
  );
});

test("featureColumn throws a SyntaxError for an attribute that is a string", () => {
  expect(() => featureColumn({ name: "x", kind: "string" })).toThrow('"x" is a string');
});
