import type { LossDiagnostics } from "@sigf1/losses";
import { expect, test } from "vitest";
import type { RunRecord } from "../../results/Results.js";
import { posteriors } from "./posteriors.js";

const run = (loss: string, seed: number, diagnostics?: LossDiagnostics): RunRecord => ({
  loss,
  seed,
  rows: [],
  history: [],
  curve: { thresholds: [], microF1: [], macroF1: [] },
  warnings: [],
  ...(diagnostics && { diagnostics }),
  seconds: 1,
});
const beta = { name: "beta", mean: 2, sd: 0.5, ess: 40, rHat: 1.01 };

test("posteriors folds seeds: means of mean, SD and acceptance, the worst of ESS and R̂, quantiles of all draws", () => {
  const ramp = (from: number) => Array.from({ length: 51 }, (_, i) => from + i);
  const rows = posteriors(
    [
      run("s", 0, {
        draws: 51,
        acceptance: 0.7,
        stepSize: 0.1,
        parameters: [{ ...beta, values: ramp(0) }],
      }),
      run("s", 1, {
        draws: 51,
        acceptance: 0.9,
        stepSize: 0.1,
        parameters: [{ ...beta, mean: 4, sd: 1.5, ess: 30, rHat: 1.2, values: ramp(50) }],
      }),
    ],
    ["focal", "s"],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ loss: "s", parameter: "beta", mean: 3, sd: 1, draws: 51 });
  expect(rows[0]).toMatchObject({ leastEss: 30, highestRHat: 1.2 });
  expect(rows[0]?.acceptance).toBeCloseTo(0.8, 12);
  // 102 draws: 2.5 % at index 2.525, 97.5 % at 98.475; 50 is there twice
  expect(rows[0]?.interval?.[0]).toBeCloseTo(2.525, 9);
  expect(rows[0]?.interval?.[1]).toBeCloseTo(97.475, 9);
});

test("posteriors leaves out what no seed has", () => {
  const nothing = { mean: null, sd: null, ess: null, rHat: null };
  const [row] = posteriors(
    [
      run("s", 0, {
        draws: 0,
        acceptance: null,
        stepSize: null,
        parameters: [{ name: "beta", ...nothing }],
      }),
    ],
    ["s"],
  );
  expect(row).toEqual({ loss: "s", parameter: "beta", draws: 0 });
});

test("posteriors is empty where nothing was sampled", () => {
  expect(posteriors([run("focal", 0)], ["focal"])).toEqual([]);
});
