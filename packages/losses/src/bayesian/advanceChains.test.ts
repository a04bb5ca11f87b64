import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Average } from "../confusion/ConfusionOptions.js";
import type { LossDiagnostics } from "../MultilabelLoss.js";
import { drawNoise } from "../sampling/drawNoise.js";
import { meanAndVariance } from "../sampling/meanAndVariance.js";
import type { Target } from "../sampling/Target.js";
import { drawnParameter } from "../testing/drawnParameter.js";
import { drawWindows } from "../testing/drawWindows.js";
import { expectClose } from "../testing/expectClose.js";
import type { Batch, Rows } from "../testing/Rows.js";
import { sampleMoments } from "../testing/sampleMoments.js";
import { logisticMap } from "../testing/series.js";
import { sigma } from "../testing/sigma.js";
import { softF1Reference } from "../testing/softF1Reference.js";
import { advanceChains } from "./advanceChains.js";
import { makeState } from "./BayesianState.js";
import { bayesianSigmoidF1 } from "./bayesianSigmoidF1.js";
import { chainLayout } from "./chainLayout.js";

const s = (logits: Rows, beta: number, eta: number) =>
  logits.map((row) => row.map((z) => sigma(beta * (z + eta))));

/** 40 examples of 3 classes whose labels follow the logits loosely, none but fixed numbers. */
const noisy: Batch = (() => {
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
    const values = drawnParameter(window, name).values ?? [];
    return sampleMoments([values.filter(keep).map(of)]);
  });

describe("bayesianSigmoidF1's chains", () => {
  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  it.each([1, 10])(
    "draw from the posterior, as summed over a grid, at temperature %d",
    async (temperature) => {
      const expected = integrate(noisy, 120 / temperature);
      const windows = await drawWindows(bayesianSigmoidF1({ temperature, seed: 1 }), noisy, 6, 250);
      expectMoments(momentsOf(windows, "beta", Math.log), expected.logBeta);
      expectMoments(momentsOf(windows, "eta"), expected.eta);
      for (const { acceptance } of windows)
        expect(Math.abs((acceptance ?? 0) - 0.8)).toBeLessThan(0.1);
    },
  );

  it("draw from each class's own posterior with scope class", async () => {
    const windows = await drawWindows(
      bayesianSigmoidF1({ scope: "class", seed: 2 }),
      noisy,
      4,
      250,
    );
    for (const j of [0, 1, 2]) {
      const column = (rows: Rows) => rows.map((row) => [row[j] ?? Number.NaN]);
      const own = { labels: column(noisy.labels), logits: column(noisy.logits) };
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
    const windows = await drawWindows(loss, batch, 4, 125);
    // Of each batch's four draws the last, for they begin anew; means over 64 independent chains. T/examples = 4.
    const expected = integrate(example, 4, "samples");
    const last = (name: string, of?: (x: number) => number) =>
      momentsOf(windows, name, of, (_, i) => i % 4 === 3);
    const ofMean = ({ mean, sd }: { mean: number; sd: number }) => ({ mean, sd: sd / 8 });
    expectMoments(last("mean beta over examples", Math.log), ofMean(expected.logBeta));
    expectMoments(last("mean eta over examples"), ofMean(expected.eta));
  });

  it("are the prior's where the temperature is high", async () => {
    const flat = await drawWindows(bayesianSigmoidF1({ temperature: 1e6, beta: 3 }), noisy, 4, 250);
    expectMoments(momentsOf(flat, "beta", Math.log), { mean: Math.log(3), sd: 0.5 });
    expectMoments(momentsOf(flat, "eta"), { mean: 0, sd: 0.5 });
  });

  it("mix: R̂ near 1, and many effective draws", async () => {
    const [window] = await drawWindows(bayesianSigmoidF1(), noisy, 1, 250);
    for (const { rHat, ess } of window?.parameters ?? []) {
      expect(rHat).toBeLessThan(1.05);
      expect(ess).toBeGreaterThan(50);
    }
  });
});

describe("the chains of examples", () => {
  it.each(["samples", "macro"] as const)(
    "begin in each batch at prior draws, moved to the mean at which the last batch ended, average %s",
    (average) => {
      const { parameters, chains } = chainLayout("example", average, 3, 2);
      const begun: number[][] = [];
      const flat: Target = (position) => {
        begun.push([...position.dataSync()]);
        return { value: tf.zeros([1, chains]), gradient: tf.zerosLike(position) };
      };
      tf.tidy(() => {
        const state = makeState("example", average, 2, 2);
        const call = (seed: number) => {
          const noise = drawNoise(seed, 0, [2, parameters, chains], true);
          begun.length = 0;
          const end = advanceChains(flat, state, noise, { targetAcceptance: 0.8, warmup: 0 }).at(
            -1,
          );
          return { start: [...(noise.start?.dataSync() ?? [])], end: [...(end?.dataSync() ?? [])] };
        };
        const first = call(1);
        expectClose(begun[0] ?? [], first.start);
        const second = call(2);
        // log β of the three examples, then their η: the mean of each
        const centres = [0, 3].map((k) => meanAndVariance(first.end.slice(k, k + 3)).mean);
        for (const centre of centres) expect(Math.abs(centre)).toBeGreaterThan(0.1);
        const moved = second.start.map((x, k) => x + (centres[k < 3 ? 0 : 1] ?? Number.NaN));
        expectClose(begun[0] ?? [], moved);
        for (const held of Object.values(state)) held.dispose();
      });
    },
  );
});
