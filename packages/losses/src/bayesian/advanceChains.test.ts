import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Average } from "../confusion/ConfusionOptions.js";
import type { LossDiagnostics } from "../MultilabelLoss.js";
import { drawnParameter } from "../testing/drawnParameter.js";
import type { Batch, Rows } from "../testing/Rows.js";
import { logisticMap } from "../testing/series.js";
import { sigma } from "../testing/sigma.js";
import { softF1Reference } from "../testing/softF1Reference.js";
import { type BayesianSigmoidF1, bayesianSigmoidF1 } from "./bayesianSigmoidF1.js";
import { effectiveSampleSize } from "./effectiveSampleSize.js";
import { meanAndVariance } from "./meanAndVariance.js";

const s = (logits: Rows, beta: number, eta: number) =>
  logits.map((row) => row.map((z) => sigma(beta * (z + eta))));

/** 40 examples of 3 classes whose labels follow σ(2·(z + 0.5)), none but fixed numbers. */
const planted: Batch = (() => {
  const rows = (values: number[]) =>
    Array.from({ length: 40 }, (_, i) => values.slice(3 * i, 3 * i + 3));
  const logits = logisticMap(120, 0.3).map((u) => 4 * u - 2);
  const labels = logisticMap(120, 0.6).map((u, i) =>
    u < sigma(2 * ((logits[i] ?? 0) + 0.5)) ? 1 : 0,
  );
  return { labels: rows(labels), logits: rows(logits) };
})();

/** Mean and standard deviation of log β and η of exp(−T·L)·prior, by summing over a grid of ±5 prior deviations. */
function integrate({ labels, logits }: Batch, t: number, average: Average = "macro") {
  const grid = Array.from({ length: 81 }, (_, i) => (i - 40) / 16);
  const points = grid.flatMap((logBeta) =>
    grid.map((eta) => {
      const loss = softF1Reference(labels, s(logits, Math.exp(logBeta), eta), average);
      return { logBeta, eta, weight: Math.exp(-t * loss - 2 * (logBeta ** 2 + eta ** 2)) };
    }),
  );
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const moments = (key: "logBeta" | "eta") => {
    const moment = (power: number) =>
      points.reduce((sum, point) => sum + point.weight * point[key] ** power, 0) / total;
    return { mean: moment(1), sd: Math.sqrt(moment(2) - moment(1) ** 2) };
  };
  return { logBeta: moments("logBeta"), eta: moments("eta") };
}

/** Calls the loss on a batch, and gives what its diagnostics say each time that the trace is full of new draws. */
async function run(
  loss: BayesianSigmoidF1,
  { labels, logits }: Batch,
  windows: number,
  calls: number,
): Promise<LossDiagnostics[]> {
  const y = tf.tensor2d(labels.map((row) => [...row]));
  const z = tf.tensor2d(logits.map((row) => [...row]));
  const seen: LossDiagnostics[] = [];
  for (let window = 0; window <= windows; window++) {
    for (let i = 0; i < calls; i++) loss(y, z).dispose();
    if (window > 0) seen.push(await loss.diagnostics()); // the first is the warm-up
  }
  return seen;
}

/** The mean of what windows say, within four Monte-Carlo errors of what is expected. */
function expectMoments(
  windows: readonly { mean: number; sd: number; ess: number }[],
  expected: { mean: number; sd: number },
) {
  const mean = meanAndVariance(windows.map((w) => w.mean)).mean;
  const sd = Math.sqrt(meanAndVariance(windows.map((w) => w.sd ** 2)).mean);
  const ess = windows.reduce((sum, w) => sum + w.ess, 0);
  expect(ess).toBeGreaterThan(300);
  expect(Math.abs(mean - expected.mean)).toBeLessThan((4 * expected.sd) / Math.sqrt(ess));
  // of a normal variable, the error of the standard deviation is sd/√(2n); twice that for heavier tails
  expect(Math.abs(sd / expected.sd - 1)).toBeLessThan(8 / Math.sqrt(2 * ess));
}

const momentsOf = (
  windows: readonly LossDiagnostics[],
  name: string,
  of = (x: number) => x,
  keep = (_: number, __: number) => true,
) =>
  windows.map((window) => {
    const values = (drawnParameter(window, name).values ?? []).filter(keep).map(of);
    const { mean, variance } = meanAndVariance(values);
    return { mean, sd: Math.sqrt(variance), ess: effectiveSampleSize([values]) };
  });

describe("bayesianSigmoidF1's chains", () => {
  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  it.each([1, 10])(
    "draw from the posterior, as summed over a grid, at temperature %d",
    async (temperature) => {
      const expected = integrate(planted, 120 / temperature);
      const windows = await run(bayesianSigmoidF1({ temperature, seed: 1 }), planted, 6, 250);
      expectMoments(momentsOf(windows, "beta", Math.log), expected.logBeta);
      expectMoments(momentsOf(windows, "eta"), expected.eta);
      for (const { acceptance } of windows)
        expect(Math.abs((acceptance ?? 0) - 0.8)).toBeLessThan(0.1);
    },
  );

  it("draw from each class's own posterior with scope class", async () => {
    const windows = await run(bayesianSigmoidF1({ scope: "class", seed: 2 }), planted, 4, 250);
    for (const j of [0, 1, 2]) {
      const column = (rows: Rows) => rows.map((row) => [row[j] ?? Number.NaN]);
      const own = { labels: column(planted.labels), logits: column(planted.logits) };
      // the mean over three classes of the loss, times 120
      const { eta } = integrate(own, 40);
      const drawn = windows.map((window) => drawnParameter(window, `eta[${j}]`));
      expectMoments(drawn as { mean: number; sd: number; ess: number }[], eta);
    }
  });

  it("draw from an example's own posterior with scope example and average samples", async () => {
    const example = { labels: [[1, 0, 1, 0]], logits: [[1, -0.5, -0.2, 0.4]] };
    const same = (rows: Rows) => Array.from({ length: 64 }, () => rows[0] ?? []);
    const batch = { labels: same(example.labels), logits: same(example.logits) };
    const loss = bayesianSigmoidF1({ scope: "example", average: "samples", steps: 4 });
    const windows = await run(loss, batch, 4, 125);
    // Of each batch's four draws the last, for they begin anew; means over 64 independent chains. T/examples = 4.
    const expected = integrate(example, 4, "samples");
    const last = (name: string, of?: (x: number) => number) =>
      momentsOf(windows, name, of, (_, i) => i % 4 === 3);
    const ofMean = ({ mean, sd }: { mean: number; sd: number }) => ({ mean, sd: sd / 8 });
    expectMoments(last("beta", Math.log), ofMean(expected.logBeta));
    expectMoments(last("eta"), ofMean(expected.eta));
  });

  it("are the prior's where the temperature is high", async () => {
    const flat = await run(bayesianSigmoidF1({ temperature: 1e6, beta: 3 }), planted, 4, 250);
    expectMoments(momentsOf(flat, "beta", Math.log), { mean: Math.log(3), sd: 0.5 });
    expectMoments(momentsOf(flat, "eta"), { mean: 0, sd: 0.5 });
  });

  it("mix: R̂ near 1, and many effective draws", async () => {
    const [window] = await run(bayesianSigmoidF1(), planted, 1, 250);
    for (const { rHat, ess } of window?.parameters ?? []) {
      expect(rHat).toBeLessThan(1.05);
      expect(ess).toBeGreaterThan(50);
    }
  });
});
