import type { LabelMatrix } from "@sigf1/metrics";
import { expect, it } from "vitest";
import { describeScores } from "./describeScores.js";

const matrix = (rows: readonly (readonly number[])[]): LabelMatrix => ({
  rows: rows.length,
  cols: rows[0]?.length ?? 0,
  data: Uint8Array.from(rows.flat()),
});
const scores = (rows: readonly (readonly number[])[]) => ({
  ...matrix(rows),
  data: Float32Array.from(rows.flat()),
});

const labels = matrix([
  [1, 0, 0],
  [1, 1, 0],
  [0, 0, 0],
  [1, 0, 0],
]);
const part = {
  labels,
  scores: scores([
    [0.9, 0.2, 0.1],
    [0.9, 0.6, 0.1],
    [0.5, 0.2, 0.1],
    [0.1, 0.2, 0.9],
  ]),
};

it("describeScores orders each example's scores and takes quartiles over examples rank by rank", () => {
  const { scoreCurve } = describeScores(part, new Map());
  expect(scoreCurve.median).toEqual([0.9, 0.2, 0.1]);
  expect(scoreCurve.lowerQuartile).toEqual([0.8, 0.2, 0.1]); // of .5 .9 .9 .9
  expect(scoreCurve.upperQuartile).toEqual([0.9, 0.3, 0.1]); // of .2 .2 .2 .6
  expect(scoreCurve.knee).toBe(1);
});

it("describeScores pools all entries for calibration", () => {
  const { calibration } = describeScores(part, new Map());
  // Scores of .9: true, true, false.
  expect(calibration.bins.at(-1)).toEqual({
    high: 0.9333,
    count: 3,
    meanScore: 0.9,
    positiveRate: 0.6667,
  });
  const squares = [0.01, 0.04, 0.01, 0.01, 0.16, 0.01, 0.25, 0.04, 0.01, 0.81, 0.04, 0.81];
  expect(calibration.brierScore).toBeCloseTo(squares.reduce((sum, x) => sum + x) / 12, 4);
});

it("describeScores gives each class's frequency and F1, and the pairs of label counts, by rule", () => {
  const decided = matrix([
    [1, 0, 0],
    [1, 0, 0],
    [1, 0, 0],
    [0, 0, 1],
  ]);
  const { classes, decisions } = describeScores(part, new Map([["rule", decided]]));
  expect(classes).toEqual({ of: 3, frequencies: [0.75, 0.25, 0] });
  expect(decisions.rule).toEqual({
    classF1: [0.6667, 0, 0],
    labelCounts: [
      [0, 1, 1],
      [1, 1, 2],
      [2, 1, 1],
    ],
    exactCounts: 0.5,
    countBias: 0,
  });
});

it("describeScores stays small with very many classes: 50 ranks, 200 classes, counts up to 20", () => {
  const cols = 1000;
  const wide = { rows: 1, cols, data: Uint8Array.from({ length: cols }, (_, j) => j % 2) };
  const one = { ...wide, data: Float32Array.from({ length: cols }, (_, j) => j / cols) };
  const figures = describeScores({ labels: wide, scores: one }, new Map([["all", wide]]));
  expect(figures.scoreCurve.median).toHaveLength(50);
  expect(figures.classes.of).toBe(1000);
  expect(figures.classes.frequencies).toHaveLength(200);
  expect(figures.classes.frequencies.slice(0, 4)).toEqual([0, 1, 0, 1]); // classes 0, 5, 10, 15
  expect(figures.decisions.all?.labelCounts).toEqual([[20, 20, 1]]);
  expect(JSON.stringify(figures).length).toBeLessThan(6000);
});
