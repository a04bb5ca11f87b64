import { describe, expect, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { f1Score } from "../scores/f1Score.js";
import { hammingLoss } from "../scores/hammingLoss.js";
import type { Alternative } from "./Alternative.js";
import { pairedPermutationMetric } from "./pairedPermutationMetric.js";
import { pairedPermutationTest } from "./pairedPermutationTest.js";
import { seededWords } from "./seededWords.js";

const ROWS = 40;
const COLS = 3;
const next = seededWords(1);
const draw = (share: number) =>
  Uint8Array.from({ length: ROWS * COLS }, () => Number(next() / 2 ** 32 < share));
const truth = { rows: ROWS, cols: COLS, data: draw(0.4) };
/** The truth with a share of its entries flipped. */
const predict = (wrong: number) => {
  const flips = draw(wrong);
  return { ...truth, data: truth.data.map((label, k) => label ^ (flips[k] ?? 0)) };
};
const good = predict(0.1);
const poor = predict(0.35);
const rowsOf = ({ data }: { data: Uint8Array }) =>
  Array.from({ length: ROWS }, (_, i) => [...data.subarray(i * COLS, (i + 1) * COLS)]);
const microF1 = (t: typeof truth, p: typeof truth) => f1Score(t, p, { average: "micro" });

const options = { permutations: 2000 };

describe("pairedPermutationMetric", () => {
  it("has about the p-value of the examples' figures where the metric is their mean", () => {
    const errors = (p: typeof truth) =>
      rowsOf(p).map((row, i) => hammingLoss(labels(rowsOf(truth)[i] ?? []), labels(row)));
    const fair = predict(0.2);
    const byMetric = pairedPermutationMetric(truth, fair, good, hammingLoss, options);
    const byExample = pairedPermutationTest(errors(fair), errors(good), options);
    expect(byMetric.meanDifference).toBeCloseTo(byExample.meanDifference, 12);
    // The standard error of either is at most .011.
    expect(Math.abs(byMetric.p - byExample.p)).toBeLessThan(0.05);
    expect(byMetric.exact).toBe(false);
  });

  it("finds a difference of micro F1 that is there, in its own direction only", () => {
    const p = (alternative: Alternative) =>
      pairedPermutationMetric(truth, good, poor, microF1, { ...options, alternative }).p;
    expect(p("two-sided")).toBeLessThan(0.01);
    expect(p("greater")).toBeLessThan(0.01);
    expect(p("less")).toBeGreaterThan(0.99);
  });

  it("finds nothing between a system and itself", () => {
    expect(pairedPermutationMetric(truth, good, good, microF1, options)).toEqual({
      meanDifference: 0,
      p: 1,
      permutations: 2000,
      exact: false,
    });
  });

  it("gives arrays where it was given arrays, with the same result, and leaves them unchanged", () => {
    const [a, b] = [rowsOf(good), rowsOf(poor)];
    const ofRows = pairedPermutationMetric(rowsOf(truth), a, b, (t, p) => f1Score(t, p), options);
    expect(ofRows).toEqual(
      pairedPermutationMetric(truth, good, poor, (t, p) => f1Score(t, p), options),
    );
    expect([a, b]).toEqual([rowsOf(good), rowsOf(poor)]);
  });

  it.each([
    ["shapes that differ", good, labels([1, 0, 1]), microF1, {}, "a is 40 × 3 but b is 1 × 3"],
    ["a metric that is not finite", good, poor, () => Number.NaN, {}, "the metric is NaN"],
    ["no permutation", good, poor, microF1, { permutations: 0 }, "permutations is 0"],
  ])("refuses %s", (_what, a, b, metric, wrong, message) => {
    expect(() =>
      pairedPermutationMetric(truth, a as typeof truth, b as typeof truth, metric, wrong),
    ).toThrow(message);
  });
});
