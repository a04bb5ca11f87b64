import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrate } from "./calibrate.js";
import { fitPlattScaling } from "./fitPlattScaling.js";

/** Scores at each level, of which the given number of `size` are positive. */
function binned(levels: readonly { score: number; positives: number }[], size: number) {
  const bin = (fill: (level: { score: number; positives: number }, i: number) => number) =>
    levels.flatMap((level) => Array.from({ length: size }, (_, i) => fill(level, i)));
  return {
    scores: Float32Array.from(bin(({ score }) => score)),
    labels: Uint8Array.from(bin(({ positives }, i) => (i < positives ? 1 : 0))),
  };
}

describe("fitPlattScaling", () => {
  it("leaves calibrated scores nearly as they are", () => {
    const levels = [0.1, 0.3, 0.5, 0.8].map((score) => ({ score, positives: score * 10_000 }));
    const { scores, labels } = binned(levels, 10_000);
    const scaling = fitPlattScaling(scores, labels);
    expect(scaling.slope).toBeCloseTo(1, 2);
    expect(scaling.offset).toBeCloseTo(0, 2);
  });

  it("recovers probabilities from scores that are too sure", () => {
    // σ(3 · logit(p)) in place of p.
    const levels = [0.2, 0.5, 0.7].map((p) => ({
      score: 1 / (1 + ((1 - p) / p) ** 3),
      positives: Math.round(p * 10_000),
    }));
    const { scores, labels } = binned(levels, 10_000);
    const scaling = fitPlattScaling(scores, labels);
    expect(levels.map(({ score }) => calibrate(scaling, score).toFixed(2))).toEqual([
      "0.20",
      "0.50",
      "0.70",
    ]);
  });

  it("is at the optimum: mean probability equals mean target", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom(0, 1)), {
          minLength: 1,
          maxLength: 40,
        }),
        (pairs) => {
          const scores = Float32Array.from(pairs, ([step]) => step / 8);
          const labels = Uint8Array.from(pairs, ([, label]) => label);
          const scaling = fitPlattScaling(scores, labels);
          const positives = pairs.filter(([, label]) => label === 1).length;
          const negatives = pairs.length - positives;
          const target =
            (positives * (positives + 1)) / (positives + 2) + negatives / (negatives + 2);
          const fitted = scores.reduce((sum, score) => sum + calibrate(scaling, score), 0);
          expect(scaling.slope).toBeGreaterThanOrEqual(0);
          expect(fitted).toBeCloseTo(target, 5);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("gives the smoothed rate where scores are equal, run backwards, or no label is true", () => {
    const alike = fitPlattScaling(Float32Array.of(1, 1, 1, 1), Uint8Array.of(1, 0, 0, 0));
    expect(alike.slope).toBe(0);
    expect(calibrate(alike, 1)).toBeCloseTo((2 / 3 + 3 / 5) / 4, 12);
    expect(fitPlattScaling(Float32Array.of(0.1, 0.9), Uint8Array.of(1, 0)).slope).toBe(0);
    const absent = fitPlattScaling(Float32Array.of(0.1, 0.9, 0.5), Uint8Array.of(0, 0, 0));
    expect(calibrate(absent, 0.9)).toBeCloseTo(1 / 5, 6);
  });
});
