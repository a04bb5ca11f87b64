import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { filtered, logisticMap } from "../testing/series.js";
import { effectiveSampleSize } from "./effectiveSampleSize.js";

/** A stationary chain x_t = φ·x_{t−1} + noise, whose autocorrelation at lag t is φ^t. */
function autoregressive(phi: number, length: number, seed: number): number[] {
  const noise = tf.tidy(() => [
    ...tf.randomNormal([length], 0, 1, "float32", seed).dataSync(),
  ]) as number[];
  let x = (noise[0] ?? 0) / Math.sqrt(1 - phi ** 2);
  return noise.map((e) => {
    x = phi * x + e;
    return x;
  });
}

describe("effectiveSampleSize", () => {
  it.each([0.9, 0.5, 0, -0.3])(
    "is n·(1 − φ)/(1 + φ) of autoregressive chains with φ = %d",
    (phi) => {
      const chains = [1, 2, 3, 4].map((seed) => autoregressive(phi, 20_000, seed));
      const expected = (80_000 * (1 - phi)) / (1 + phi);
      expect(Math.abs(effectiveSampleSize(chains) / expected - 1)).toBeLessThan(0.08);
    },
  );

  // Stan's definition, computed in numpy with autocovariances by Fourier transform.
  it.each([
    [0.95, [0.3], 5.464763348891509],
    [0.9, [0.3], 8.756327955839362],
    [0.6, [0.3, 0.6], 59.307251036395485],
    [0.6, [0.3], 24.356593460001545],
    [-0.5, [0.3, 0.6], 249.50174952571496],
  ])("agrees with numpy, φ = %d, starts %o", (phi, starts, expected) => {
    const chains = starts.map((start) => filtered(phi, logisticMap(60, start)));
    expect(effectiveSampleSize(chains)).toBeCloseTo(expected, 8);
  });

  it("is small where chains disagree, however little each one is correlated", () => {
    const chains = [1, 2].map((seed) => autoregressive(0, 1000, seed).map((x) => x + 5 * seed));
    expect(effectiveSampleSize(chains)).toBeLessThan(10);
  });

  it("is NaN of three draws, and where nothing moves", () => {
    expect(effectiveSampleSize([[1, 2, 3]])).toBeNaN();
    expect(effectiveSampleSize([[2, 2, 2, 2, 2, 2]])).toBeNaN();
  });
});
