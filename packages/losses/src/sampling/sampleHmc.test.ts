import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { effectiveSampleSize } from "./effectiveSampleSize.js";
import type { HmcOptions } from "./HmcOptions.js";
import { meanAndVariance } from "./meanAndVariance.js";
import { type HmcResult, sampleHmc } from "./sampleHmc.js";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

/** The mean of f over the draws is what is expected, within four of its own Monte-Carlo errors. */
function expectMean(
  { draws }: HmcResult,
  f: (draw: readonly number[]) => number,
  expected: number,
): void {
  const series = draws.map((chain) => chain.map(f));
  const { mean, variance } = meanAndVariance(series.flat());
  const error = Math.sqrt(variance / effectiveSampleSize(series));
  expect(error).toBeLessThan(0.15 * Math.sqrt(variance)); // or it would prove little
  expect(Math.abs(mean - expected)).toBeLessThan(4 * error);
}

const of = (k: number) => (draw: readonly number[]) => draw[k] ?? Number.NaN;

/** A normal distribution's log density by its mean and the inverse of its covariance. */
const normal = (mean: readonly number[], precision: number[][]) => (x: tf.Tensor2D) => {
  const d = tf.sub(x, tf.tensor2d([...mean], [mean.length, 1]));
  return tf.mul(tf.sum(tf.mul(d, tf.matMul(tf.tensor2d(precision), d as tf.Tensor2D)), 0), -0.5);
};

describe("sampleHmc", () => {
  it("finds mean and covariance of two correlated normal variables", async () => {
    // covariance [[1, 1.2], [1.2, 4]], of determinant 2.56
    const precision = [
      [4 / 2.56, -1.2 / 2.56],
      [-1.2 / 2.56, 1 / 2.56],
    ];
    const result = await sampleHmc({ logDensity: normal([3, -1], precision), initial: [0, 0] });
    expectMean(result, of(0), 3);
    expectMean(result, of(1), -1);
    expectMean(result, (x) => (of(0)(x) - 3) ** 2, 1);
    expectMean(result, (x) => (of(1)(x) + 1) ** 2, 4);
    expectMean(result, (x) => (of(0)(x) - 3) * (of(1)(x) + 1), 1.2);
    for (const rHat of result.rHat) expect(rHat).toBeLessThan(1.01);
    for (const ess of result.ess) expect(ess).toBeGreaterThan(400);
  });

  it("finds mean and covariance of ten normal variables of different scales, each correlated with all others", async () => {
    // covariance S(I + uuᵀ)S with the scales S, so that by Sherman and Morrison the precision is S⁻¹(I − uuᵀ/(1 + uᵀu))S⁻¹
    const scales = Array.from({ length: 10 }, (_, k) => 0.5 * 1.2 ** k);
    const u = scales.map((_, k) => Math.cos(2 * k));
    const squared = u.reduce((sum, x) => sum + x ** 2, 0);
    const matrix = (entry: (i: number, j: number, scale: number) => number) =>
      scales.map((a, i) => scales.map((b, j) => entry(i, j, a * b)));
    const outer = (i: number, j: number) => (u[i] ?? Number.NaN) * (u[j] ?? Number.NaN);
    const one = (i: number, j: number) => (i === j ? 1 : 0);
    const covariance = matrix((i, j, scale) => (one(i, j) + outer(i, j)) * scale);
    const precision = matrix((i, j, scale) => (one(i, j) - outer(i, j) / (1 + squared)) / scale);
    const result = await sampleHmc({
      logDensity: normal(scales, precision),
      initial: scales,
      warmup: 300,
    });
    const centred = (k: number) => (x: readonly number[]) => of(k)(x) - of(k)(scales);
    covariance.forEach((row, i) => {
      expectMean(result, of(i), of(i)(scales));
      row.slice(0, i + 1).forEach((expected, j) => {
        expectMean(result, (x) => centred(i)(x) * centred(j)(x), expected);
      });
    });
  });

  it("finds the moments of a skewed target: the logarithm of a Gamma(2) variable", async () => {
    const logDensity = (x: tf.Tensor2D) => tf.sub(tf.mul(x, 2), tf.exp(x));
    const result = await sampleHmc({ logDensity, initial: [0], leapfrogSteps: 5 });
    const mean = 1 - 0.5772156649015329; // ψ(2)
    expectMean(result, of(0), mean);
    expectMean(result, (x) => (of(0)(x) - mean) ** 2, Math.PI ** 2 / 6 - 1); // ψ′(2)
    expectMean(result, (x) => Math.exp(of(0)(x)), 2);
  });

  it("rejects what is outside the support: a Gamma(2) variable, whose log density is NaN below 0", async () => {
    const logDensity = (x: tf.Tensor2D) => tf.sub(tf.log(x), x);
    const result = await sampleHmc({ logDensity, initial: [1], leapfrogSteps: 5 });
    expect(Math.min(...result.draws.flat(2))).toBeGreaterThan(0);
    expectMean(result, of(0), 2);
    expectMean(result, (x) => (of(0)(x) - 2) ** 2, 2);
  });

  const plane: HmcOptions = {
    logDensity: (x) => tf.mul(tf.sum(tf.square(x), 0), -0.5),
    initial: [0.5, 0],
    draws: 50,
    warmup: 150,
    chains: 2,
    leapfrogSteps: 3,
  };

  it.each([0.6, 0.9])("adapts the step size to an acceptance of %d", async (targetAcceptance) => {
    const { acceptance } = await sampleHmc({
      ...plane,
      targetAcceptance,
      warmup: 1000,
      draws: 400,
    });
    expect(Math.abs(acceptance - targetAcceptance)).toBeLessThan(0.08);
  });

  it("gives as many draws of as many chains and parameters as were asked for", async () => {
    const { draws, stepSize, ess, rHat } = await sampleHmc(plane);
    expect([draws.length, draws[0]?.length, draws[0]?.[0]?.length]).toEqual([2, 50, 2]);
    expect([stepSize.length, ess.length, rHat.length]).toEqual([2, 2, 2]);
    expect(draws[0]).not.toEqual(draws[1]);
  });

  it("gives the same draws for the same seed, others for another, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const first = await sampleHmc({ ...plane, seed: 3 });
    expect(await sampleHmc({ ...plane, seed: 3 })).toEqual(first);
    expect((await sampleHmc({ ...plane, seed: 4 })).draws).not.toEqual(first.draws);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("sampleHmc rejects", () => {
  const logDensity = (x: tf.Tensor2D) => tf.sum(tf.log(x), 0);
  it.each([
    [{ logDensity: 1 }, TypeError, 'option "logDensity" must be a function; received 1'],
    [{ initial: 1 }, TypeError, 'option "initial" must be an array with one finite number'],
    [{ initial: [] }, RangeError, "received []"],
    [{ initial: [Number.NaN] }, RangeError, "received [NaN]"],
    [{ draws: 0 }, RangeError, 'option "draws" must be an integer of at least 1; received 0'],
    [{ warmup: 1.5 }, RangeError, 'option "warmup" must be an integer of at least 0'],
    [{ leapfrogSteps: 0 }, RangeError, 'option "leapfrogSteps" must be an integer of at least 1'],
    [{ targetAcceptance: 1 }, RangeError, 'option "targetAcceptance" must be a number between 0'],
    [{ chains: 0 }, RangeError, 'option "chains" must be an integer of at least 1'],
    [{ seed: -1 }, RangeError, 'option "seed" must be an integer in [0, 2³² − 1]; received -1'],
    [{ seed: 2 ** 32 }, RangeError, "received 4294967296"],
    [{ initial: [0] }, RangeError, 'must be finite at "initial"; received -Infinity'],
  ])("%o", async (options, type, message) => {
    const before = tf.memory().numTensors;
    const call = () => sampleHmc({ logDensity, initial: [1], ...options } as HmcOptions);
    await expect(call).rejects.toThrow(type);
    await expect(call).rejects.toThrow(message);
    expect(tf.memory().numTensors).toBe(before);
  });
});
