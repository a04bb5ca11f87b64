import { expect, test } from "vitest";
import { handMadeResults, metricsOf } from "../handMadeResults.test.fixture.js";
import { summarise } from "./summarise.js";

const rule = "threshold-0.5";

test("summarise gives mean and half of the t-interval over seeds", () => {
  const summary = summarise(handMadeResults({ focal: { [rule]: [0.5, 0.6, 0.7] } }));
  const cell = summary.rules[0]?.losses[0]?.cells.macroF1;
  expect(cell?.mean).toBeCloseTo(0.6, 12);
  // t(.975; 2) = 4.302653, s = .1, n = 3
  expect(cell?.halfWidth).toBeCloseTo((4.302653 * 0.1) / Math.sqrt(3), 6);
});

test("summarise widens the interval where the seeds' splits overlap", () => {
  const split = { use: "random", resampled: true, train: 50, validation: 25, test: 25 };
  const results = handMadeResults({ focal: { [rule]: [0.5, 0.6, 0.7] } }, { split });
  const cell = summarise(results).rules[0]?.losses[0]?.cells.macroF1;
  // as above, with 1/n + test / train in place of 1/n
  expect(cell?.halfWidth).toBeCloseTo(4.302653 * 0.1 * Math.sqrt(1 / 3 + 25 / 50), 6);
});

test("summarise takes the confidence level that is asked for", () => {
  const results = handMadeResults({ focal: { [rule]: [0.5, 0.6, 0.7] } });
  const cell = summarise(results, 0.8).rules[0]?.losses[0]?.cells.macroF1;
  // t(.9; 2) = 1.885618
  expect(cell?.halfWidth).toBeCloseTo((1.885618 * 0.1) / Math.sqrt(3), 6);
});

test("summarise gives one seed a mean, no interval and no mark", () => {
  const summary = summarise(handMadeResults({ a: { [rule]: [0.9] }, b: { [rule]: [0.1] } }));
  expect(summary.seeds).toEqual([0]);
  expect(summary.rules[0]?.losses[0]?.cells.microF1).toEqual({ mean: 0.9, best: false });
});

test("summarise sets the trivial baselines apart and keeps the order of the results", () => {
  const value = { [rule]: [0.1], "top-k": [0.1] };
  const summary = summarise(
    handMadeResults({ random: value, "sigmoid-f1": value, "all-positive": value, focal: value }),
  );
  expect(summary.losses).toEqual(["sigmoid-f1", "focal"]);
  expect(summary.baselines).toEqual(["random", "all-positive"]);
  expect(summary.rules.map(({ decision }) => decision)).toEqual([rule, "top-k"]);
  expect(summary.rules[0]?.losses.map(({ name }) => name)).toEqual(summary.losses);
  expect(summary.rules[0]?.baselines.map(({ name }) => name)).toEqual(summary.baselines);
});

test("summarise averages the seeds that a loss has, and leaves it out of a rule without rows", () => {
  const { seeds, rules } = summarise(
    handMadeResults({
      a: { [rule]: [0.1, 0.2, 0.3], "top-k": [0.1, 0.1, 0.1] },
      b: { [rule]: [0.4, null, 0.6] },
    }),
  );
  expect(seeds).toEqual([0, 1, 2]);
  expect(rules[0]?.losses[1]?.seeds).toEqual([0, 2]);
  expect(rules[0]?.losses[1]?.cells.exampleF1.mean).toBeCloseTo(0.5, 12);
  expect(rules[1]?.losses.map(({ name }) => name)).toEqual(["a"]);
});

test("summarise marks the supported best per metric: high, low for the Hamming loss, never a count", () => {
  const results = handMadeResults({
    a: { [rule]: [0.51, 0.62, 0.73, 0.82, 0.92] },
    b: { [rule]: [0.5, 0.6, 0.7, 0.8, 0.9] },
  });
  const [a, b] = summarise(results).rules[0]?.losses ?? [];
  expect([a?.cells.exampleF1.best, b?.cells.exampleF1.best]).toEqual([true, false]);
  expect([a?.cells.hammingLoss.best, b?.cells.hammingLoss.best]).toEqual([false, true]);
  expect([a?.cells.labelsPerExample.best, b?.cells.labelsPerExample.best]).toEqual([false, false]);
});

test("summarise marks nothing where losses tie", () => {
  const tie = { [rule]: [0.5, 0.6, 0.7, 0.8] };
  const { rules } = summarise(handMadeResults({ a: tie, b: tie }));
  for (const { cells } of rules[0]?.losses ?? []) {
    expect(Object.values(cells).some(({ best }) => best)).toBe(false);
  }
});

test("summarise corrects the test only where each seed draws its own split", () => {
  const values = {
    a: { [rule]: [0.51, 0.62, 0.73, 0.82, 0.92] },
    b: { [rule]: [0.5, 0.6, 0.7, 0.8, 0.9] },
  };
  const best = (resampled: boolean) =>
    summarise(
      handMadeResults(values, {
        split: { use: "stratified", resampled, train: 40, validation: 20, test: 40 },
      }),
    ).rules[0]?.losses[0]?.cells.exampleF1.best;
  expect(best(false)).toBe(true);
  expect(best(true)).toBe(false);
});

test("summarise reads the test part, not the validation part", () => {
  const results = handMadeResults({ a: { [rule]: [0.5] } });
  const rows = results.rows.map((row) => ({ ...row, validation: metricsOf(0.9) }));
  const { rules } = summarise({ ...results, rows });
  expect(rules[0]?.losses[0]?.cells.exampleF1.mean).toBe(0.5);
});
