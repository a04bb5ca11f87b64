import { expect, test } from "vitest";
import { fingerprint } from "./fingerprint.js";

test("fingerprint(value) does not depend on the order of keys, at any depth", () => {
  expect(fingerprint({ a: 1, b: { c: [1, 2], d: null } })).toBe(
    fingerprint({ b: { d: null, c: [1, 2] }, a: 1 }),
  );
});

test("fingerprint(value) differs when a value or the order of a list differs", () => {
  const prints = [{ a: [1, 2] }, { a: [2, 1] }, { a: [1, 2, 3] }, { a: "1,2" }, { b: [1, 2] }].map(
    fingerprint,
  );
  expect(new Set(prints).size).toBe(prints.length);
});

test("fingerprint(value) is the hex sha256 of the sorted JSON", () => {
  // printf '{"a":1,"b":"x"}' | sha256sum
  expect(fingerprint({ b: "x", a: 1 })).toBe(
    "ecf9e98ec0641e23113ff3ce8bdc78d0ddd249886517fd4a7f68cc83d4e65667",
  );
});
