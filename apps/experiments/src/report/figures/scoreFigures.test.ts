import { expect, test } from "vitest";
import type { RunRecord } from "../../results/Results.js";
import type { ScoreFigures } from "../../results/ScoreFigures.js";
import { calibrationFigure } from "./calibrationFigure.js";
import { classF1Figure } from "./classF1Figure.js";
import { countPairFigure } from "./countPairFigure.js";
import { renderSvg } from "./renderSvg.js";
import { scoreCurveFigure } from "./scoreCurveFigure.js";

const figures: ScoreFigures = {
  scoreCurve: {
    median: [0.9, 0.4, 0.1],
    lowerQuartile: [0.8, 0.3, 0],
    upperQuartile: [1, 0.5, 0.2],
    knee: 1,
  },
  calibration: {
    bins: [
      { high: 0.0667, count: 100, meanScore: 0.02, positiveRate: 0.1 },
      { high: 1, count: 9, meanScore: 0.98, positiveRate: 0.5 },
    ],
    expectedError: 0.1234,
    brierScore: 0.2,
  },
  classes: { of: 3, frequencies: [0.5, 0.1, 0] },
  decisions: {
    r: {
      classF1: [0.8, 0.4, 0],
      labelCounts: [
        [1, 1, 30],
        [2, 1, 10],
      ],
      exactCounts: 0.75,
      countBias: -0.25,
    },
  },
};

const run = (seed: number, recorded?: ScoreFigures): RunRecord => ({
  loss: "a",
  seed,
  rows: [],
  history: [],
  curve: { thresholds: [], microF1: [], macroF1: [] },
  warnings: [],
  seconds: 1,
  ...(recorded && { figures: recorded }),
});

const summary = {
  level: 0.95,
  seeds: [0, 1],
  losses: ["a"],
  baselines: [],
  classical: new Set<string>(),
  series: new Map([["a", 0]]),
  rules: [],
};
const runs = [
  run(0, figures),
  run(1, {
    ...figures,
    scoreCurve: { ...figures.scoreCurve, median: [0.7, 0.2, 0.1], knee: 2 },
    classes: { of: 3, frequencies: [0.3, 0, 0] },
  }),
];

/** The data of the layers of a figure's first panel; none of a figure that is left out. */
const valuesOf = (figure: { readonly spec: object } | undefined) => {
  const { concat: panels = [] } = (figure?.spec ?? {}) as {
    concat?: { layer: { data: { values: Record<string, unknown>[] } }[] }[];
  };
  return panels.slice(0, 1).flatMap(({ layer }) => layer.map(({ data }) => data.values));
};

test("scoreCurveFigure draws means over seeds of median and quartiles, and the middle of the knees", async () => {
  const figure = scoreCurveFigure(runs, summary, 1.5);
  const [mark, band] = valuesOf(figure);
  expect(mark).toEqual([{ x: 2 }]); // after 1 and after 2: 1.5, and half a rank
  expect(band?.[0]).toMatchObject({ x: 1, low: 0.8, high: 1 });
  expect(band?.[0]?.mean).toBeCloseTo(0.8, 12);
  expect(figure?.label).toContain("a, knee after 1 to 2");
  expect(figure?.caption).toContain("means over 2 seeds");
  expect(await renderSvg(figure!.spec)).toContain("knee after 1 to 2"); // not undefined, as above
});

test("calibrationFigure leaves out bins of few entries, counted over seeds", () => {
  const figure = calibrationFigure(runs, summary);
  const points = valuesOf(figure).find((values) => values[0] && "low" in values[0]);
  expect(points).toEqual([{ x: 0.02, mean: 0.1, low: 0.1, high: 0.1 }]); // 18 entries near 1 are too few
  expect(figure?.label).toContain("a 0.123");
});

test("classF1Figure draws a class over the seeds whose test part has it", () => {
  const [dots] = valuesOf(classF1Figure(runs, summary, "r"));
  expect(dots).toEqual([
    { x: 0.4, mean: 0.8 },
    { x: 0.1, mean: 0.4 }, // of one seed; the third class is in neither
  ]);
});

test("countPairFigure adds up examples over seeds", () => {
  const figure = countPairFigure(runs, summary, "r");
  const dots = valuesOf(figure).find((values) => values[0] && "size" in values[0]);
  expect(dots).toEqual([
    { x: 1, mean: 1, size: 60 },
    { x: 2, mean: 1, size: 20 },
  ]);
  expect(figure?.label).toContain("a 75 %");
});

test("figures of scores are left out where runs recorded none, or not under the rule", () => {
  const old = [run(0), run(1)];
  expect(scoreCurveFigure(old, summary, 1)).toBeUndefined();
  expect(calibrationFigure(old, summary)).toBeUndefined();
  expect(classF1Figure(old, summary, "r")).toBeUndefined();
  expect(countPairFigure(old, summary, "r")).toBeUndefined();
  expect(classF1Figure(runs, summary, "other")).toBeUndefined();
  expect(countPairFigure(runs, summary, "other")).toBeUndefined();
});
