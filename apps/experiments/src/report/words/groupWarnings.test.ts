import { expect, test } from "vitest";
import type { RunRecord } from "../../results/Results.js";
import { groupWarnings } from "./groupWarnings.js";

const run = (loss: string, seed: number, ...warnings: string[]): RunRecord => ({
  loss,
  seed,
  rows: [],
  history: [],
  curve: { thresholds: [], microF1: [], macroF1: [] },
  warnings,
  seconds: 1,
});

test("groupWarnings says a message once per loss, with its seeds in order", () => {
  const warnings = groupWarnings(
    [run("a", 2, "flat"), run("a", 0, "flat", "slow"), run("b", 0, "flat")],
    [],
  );
  expect(warnings.map(({ loss, message, seeds }) => [loss, message, seeds])).toEqual([
    ["a", "flat", [0, 2]],
    ["a", "slow", [0]],
    ["b", "flat", [0]],
  ]);
});

test("groupWarnings puts failed runs first and says so", () => {
  const warnings = groupWarnings([run("a", 0, "flat")], [{ loss: "b", seed: 1, reason: "NaN" }]);
  expect(warnings[0]).toEqual({ loss: "b", message: "NaN", seeds: [1], failed: true });
  expect(warnings[1]?.failed).toBe(false);
});
