import { expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { multilabelReport } from "./multilabelReport.js";

it("multilabelReport gives every figure", () => {
  // Class 0: tp 1, fn 1. Class 1: tp 1, fp 1. Class 2: fn 1. Rows: tp 2 fn 1; fp 1 fn 1.
  const report = multilabelReport(labels([1, 1, 1], [1, 0, 0]), labels([1, 1, 0], [0, 1, 0]));
  const figures = Object.entries(report).map(([name, value]) => [name, value.toFixed(6)]);
  expect(Object.fromEntries(figures)).toEqual({
    microF1: (4 / 7).toFixed(6),
    macroF1: (4 / 9).toFixed(6),
    weightedF1: ((2 * (2 / 3) + 2 / 3) / 4).toFixed(6),
    samplesF1: (0.8 / 2).toFixed(6),
    microPrecision: (2 / 3).toFixed(6),
    microRecall: (2 / 4).toFixed(6),
    macroPrecision: (1.5 / 3).toFixed(6),
    macroRecall: (1.5 / 3).toFixed(6),
    examplePrecision: (1 / 2).toFixed(6),
    exampleRecall: (2 / 3 / 2).toFixed(6),
    exampleF1: (0.4).toFixed(6),
    accuracy: (3 / 6).toFixed(6),
    hammingLoss: (3 / 6).toFixed(6),
    subsetAccuracy: (0).toFixed(6),
    labelsPerExample: (3 / 2).toFixed(6),
  });
});

it("multilabelReport counts 0/0 as zeroDivision says", () => {
  const nothing = labels([0, 0]);
  expect(multilabelReport(nothing, nothing).samplesF1).toBe(0);
  expect(multilabelReport(nothing, nothing, { zeroDivision: 1 }).samplesF1).toBe(1);
});
