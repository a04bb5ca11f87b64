import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExpectedFOptions } from "./ExpectedFOptions.js";
import { expectedFbeta } from "./expectedFbeta.js";
import { expectedFMaximizer } from "./expectedFMaximizer.js";

const bit = (set: number, j: number) => (set >> j) & 1;
const size = (set: number): number => (set === 0 ? 0 : bit(set, 0) + size(set >> 1));

/** P(y_j = 1, n = s) from the probability of every label set. */
function jointOf(distribution: readonly number[], classes: number, sizes = classes): number[][] {
  return Array.from({ length: classes }, (_, j) =>
    Array.from({ length: sizes }, (_, s) =>
      distribution.reduce(
        (sum, p, set) => sum + (bit(set, j) === 1 && size(set) === s + 1 ? p : 0),
        0,
      ),
    ),
  );
}

/** Σ over all label sets of their probability times the Fβ of the prediction. */
function expectedF(
  distribution: readonly number[],
  chosen: number,
  { beta = 1, zeroDivision = 0 }: ExpectedFOptions,
): number {
  return distribution.reduce((sum, p, truth) => {
    const tp = size(truth & chosen);
    const scale = beta ** 2 * size(truth) + size(chosen);
    return sum + p * (scale === 0 ? zeroDivision : ((1 + beta ** 2) * tp) / scale);
  }, 0);
}

/** Any distribution over the label sets of up to five classes, sparse ones among them. */
const distributions = fc.integer({ min: 1, max: 5 }).chain((classes) =>
  fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 })), {
      minLength: 2 ** classes,
      maxLength: 2 ** classes,
    })
    .map((weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const distribution =
        total === 0 ? weights.map((_, set) => (set === 0 ? 1 : 0)) : weights.map((w) => w / total);
      return { classes, distribution };
    }),
);

const options = fc.record({
  beta: fc.constantFrom(0.1, 0.5, 1, 2, 5),
  zeroDivision: fc.constantFrom<0 | 1>(0, 1),
});

describe("expectedFMaximizer", () => {
  it("finds the best of all label sets under any joint distribution, and its expected Fβ", () => {
    fc.assert(
      fc.property(distributions, options, ({ classes, distribution }, chosenOptions) => {
        const found = expectedFMaximizer(jointOf(distribution, classes), chosenOptions);
        const all = distribution.map((_, set) => expectedF(distribution, set, chosenOptions));
        const set = found.labels.reduce((bits, label, j) => bits | (label << j), 0);
        expect(found.expectedF).toBeCloseTo(Math.max(...all), 10);
        expect(all[set]).toBeCloseTo(Math.max(...all), 10);
        // Of equally good sets one of the smallest.
        const ties = all.flatMap((value, other) =>
          value > Math.max(...all) - 1e-13 ? [size(other)] : [],
        );
        expect(size(set)).toBe(Math.min(...ties));
      }),
      { numRuns: 500 },
    );
  });

  it("chooses labels together that marginals would not", () => {
    // {0} with .4, {1, 2} with .3, {1, 3} with .3: class 1 has the highest marginal, and {0, 1} is best.
    const distribution = Array.from({ length: 16 }, () => 0);
    distribution[0b0001] = 0.4;
    distribution[0b0110] = 0.3;
    distribution[0b1010] = 0.3;
    const { labels, expectedF: value } = expectedFMaximizer(jointOf(distribution, 4));
    expect(Array.from(labels)).toEqual([1, 1, 0, 0]);
    // .4 · 2/3 + .6 · 2/4
    expect(value).toBeCloseTo(0.4 * (2 / 3) + 0.6 / 2, 12);
  });

  it("agrees with expectedFbeta where labels are independent", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 6 }),
        options,
        (steps, chosenOptions) => {
          const falling = steps.map((step) => step / 16).sort((a, b) => b - a);
          const distribution = Array.from({ length: 2 ** falling.length }, (_, set) =>
            falling.reduce((p, q, j) => p * (bit(set, j) === 1 ? q : 1 - q), 1),
          );
          const joint = jointOf(distribution, falling.length);
          expect(expectedFMaximizer(joint, chosenOptions).expectedF).toBeCloseTo(
            Math.max(...expectedFbeta(falling, chosenOptions)),
            12,
          );
        },
      ),
    );
  });

  it("takes fewer columns than classes where no example has more labels", () => {
    const distribution = [0.1, 0.2, 0.3, 0, 0.4, 0, 0, 0];
    expect(expectedFMaximizer(jointOf(distribution, 3, 1))).toEqual(
      expectedFMaximizer(jointOf(distribution, 3)),
    );
  });

  it("predicts nothing where that counts as right and is likely enough", () => {
    const unlikely = [
      [0.1, 0],
      [0.05, 0],
    ];
    expect(Array.from(expectedFMaximizer(unlikely).labels)).toEqual([1, 0]);
    expect(expectedFMaximizer(unlikely, { zeroDivision: 1 })).toEqual({
      labels: Uint8Array.of(0, 0),
      expectedF: expect.closeTo(0.85, 12),
    });
  });

  it("refuses what are no joint probabilities", () => {
    expect(() => expectedFMaximizer([])).toThrow("joint has no row");
    expect(() => expectedFMaximizer([[0.1, 0.1], [0.1]])).toThrow("joint[1] has 1 entries");
    expect(() => expectedFMaximizer([[0.1, 0.1]])).toThrow("with S ≤ 1");
    expect(() => expectedFMaximizer([[Number.NaN]])).toThrow("joint[0][0] is NaN");
    expect(() => expectedFMaximizer([[0.9], [0.2]])).toThrow("expected at most 1");
    expect(() => expectedFMaximizer([[0.9]], { beta: 0 })).toThrow("beta is 0");
  });
});
