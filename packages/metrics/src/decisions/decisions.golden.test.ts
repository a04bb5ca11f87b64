import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fitCountScaling } from "../calibration/fitCountScaling.js";
import { fitPlattScaling } from "../calibration/fitPlattScaling.js";
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import type { ClassMetric } from "./ClassMetric.js";
import { column } from "./column.js";
import { GrowingClassScore } from "./GrowingClassScore.js";
import { medianCurve } from "./medianCurve.js";
import { rowSums } from "./rowSums.js";
import { tunedPerClass } from "./tunedPerClass.js";

interface Line {
  readonly slope: number;
  readonly offset: number;
}

interface Case {
  readonly rows: number;
  readonly cols: number;
  readonly yTrue: readonly number[];
  readonly steps: readonly number[];
  readonly of: number;
  readonly fbeta: Readonly<Record<string, readonly number[]>>;
  readonly mcc: readonly number[];
  readonly medianCurve: readonly number[];
  readonly countLine: Line;
  readonly platt: readonly Line[];
}

const golden: { cases: Case[] } = JSON.parse(
  readFileSync(new URL("../../golden/decisions.json", import.meta.url), "utf8"),
);

const cases = golden.cases.map((entry) => {
  const { rows, cols } = entry;
  const yTrue: LabelMatrix = { rows, cols, data: Uint8Array.from(entry.yTrue) };
  const data = Float32Array.from(entry.steps, (step) => step / entry.of);
  const yScore: ScoreMatrix = { rows, cols, data };
  return { ...entry, yTrue, yScore };
});

/** The figure of each class under the rule that maximises it. */
function reached(metric: ClassMetric, yTrue: LabelMatrix, yScore: ScoreMatrix): number[] {
  const decided = tunedPerClass({ metric }).fit(yScore, yTrue).decide(yScore);
  return Array.from({ length: yTrue.cols }, (_, j) => {
    const figure = new GrowingClassScore(column(yTrue, j).data, metric);
    column(decided, j).data.forEach((predicted, i) => {
      if (predicted === 1) figure.accept(i);
    });
    return figure.value;
  });
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits: number) {
  expect(actual).toHaveLength(expected.length);
  Array.from(actual).forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? Number.NaN, digits);
  });
}

describe.each(cases)("golden case of $rows × $cols scores in steps of 1/$of", (entry) => {
  const { yTrue, yScore } = entry;

  it("tunedPerClass reaches scikit-learn's best Fβ and MCC over all thresholds", () => {
    for (const [beta, best] of Object.entries(entry.fbeta)) {
      expectClose(reached({ fbeta: Number(beta) }, yTrue, yScore), best, 12);
    }
    expectClose(reached("f1", yTrue, yScore), entry.fbeta["1"] ?? [], 12);
    // A class in which no threshold helps takes another class's, and its correlation may be negative.
    const mcc = reached("mcc", yTrue, yScore).map((value, j) => (entry.mcc[j] === 0 ? 0 : value));
    expectClose(mcc, entry.mcc, 12);
  });

  it("medianCurve is NumPy's median of the sorted rows", () => {
    expectClose(medianCurve(yScore), entry.medianCurve, 12);
  });

  it("fitCountScaling is NumPy's least-squares line", () => {
    const line = fitCountScaling(rowSums(yScore), rowSums(yTrue));
    // The package's line never falls.
    if (entry.countLine.slope < 0) expect(line.slope).toBe(0);
    else expectClose([line.slope, line.offset], [entry.countLine.slope, entry.countLine.offset], 9);
  });

  it("fitPlattScaling is SciPy's minimum of Platt's cross entropy", () => {
    entry.platt.forEach((expected, j) => {
      const fitted = fitPlattScaling(column(yScore, j).data, column(yTrue, j).data);
      // An unbounded fit may turn the ranking round, the package does not.
      if (expected.slope < 0) expect(fitted.slope).toBe(0);
      else expectClose([fitted.slope, fitted.offset], [expected.slope, expected.offset], 5);
    });
  });
});
