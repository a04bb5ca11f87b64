import { expect, test } from "vitest";
import type { RowMetrics } from "../../results/Results.js";
import { metricColumns } from "./metricColumns.js";

const every: Record<keyof RowMetrics, true> = {
  microF1: true,
  macroF1: true,
  weightedF1: true,
  samplesF1: true,
  microPrecision: true,
  microRecall: true,
  macroPrecision: true,
  macroRecall: true,
  examplePrecision: true,
  exampleRecall: true,
  exampleF1: true,
  accuracy: true,
  hammingLoss: true,
  subsetAccuracy: true,
  labelsPerExample: true,
};

test("metricColumns names every figure of a row once", () => {
  expect(metricColumns.map(({ key }) => key).sort()).toEqual(Object.keys(every).sort());
});

test("metricColumns has no best count of labels, and the lowest Hamming loss as best", () => {
  const notHigh = metricColumns.filter(({ better }) => better !== "high");
  expect(notHigh.map(({ key, better }) => [key, better])).toEqual([
    ["hammingLoss", "low"],
    ["labelsPerExample", "none"],
  ]);
});
