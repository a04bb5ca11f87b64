import { expect, test } from "vitest";
import { labelStatistics } from "./labelStatistics.js";

test("labelStatistics counts labels by class and by example", () => {
  const data = Uint8Array.of(1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0);
  expect(labelStatistics({ rows: 4, cols: 3, data })).toEqual({
    examples: 4,
    classes: 3,
    cardinality: 6 / 4,
    density: 6 / 12,
    counts: [3, 1, 2],
    labelsPerExample: [1, 1, 1, 1],
  });
});

test("labelStatistics of no examples has cardinality and density 0", () => {
  expect(labelStatistics({ rows: 0, cols: 2, data: new Uint8Array() })).toEqual({
    examples: 0,
    classes: 2,
    cardinality: 0,
    density: 0,
    counts: [0, 0],
    labelsPerExample: [],
  });
});
