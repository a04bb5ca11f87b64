import { expect, test } from "vitest";
import { handMadeResults } from "../handMadeResults.test.fixture.js";
import { drawnLosses } from "./drawnLosses.js";

const results = handMadeResults({ a: { r: [0.1] }, b: { r: [0.9] }, c: { r: [0.5] } });

test("drawnLosses keeps the best on the validation part, in the order of the results", () => {
  expect(drawnLosses(results, { losses: ["a", "b", "c"] }, 2)).toEqual(["b", "c"]);
  expect(drawnLosses(results, { losses: ["c", "b"] }, 1)).toEqual(["b"]);
});

test("drawnLosses keeps all where they are few", () => {
  expect(drawnLosses(results, { losses: ["a", "b", "c"] })).toEqual(["a", "b", "c"]);
});
