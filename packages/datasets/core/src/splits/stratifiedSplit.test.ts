import fc from "fast-check";
import { expect, test } from "vitest";
import type { LabelMatrix } from "../LabelMatrix.js";
import {
  classCounts,
  imbalancedLabels,
  pairCounts,
  pairedLabels,
} from "./labelSets.test.fixture.js";
import { partNames } from "./partNames.js";
import { randomSplit } from "./randomSplit.js";
import type { SplitIndices } from "./SplitIndices.js";
import { stratifiedSplit } from "./stratifiedSplit.js";

const fractions = { train: 0.7, validation: 0.1, test: 0.2 };
const seeds = fc.integer({ min: 0, max: 1e6 });

/** |count in part − count · fraction| over the parts and what `countsOf` counts. */
function deviations(
  labels: LabelMatrix,
  split: SplitIndices,
  countsOf: typeof classCounts = classCounts,
): number[] {
  const all = countsOf(labels, [...Array(labels.rows).keys()]);
  return partNames.flatMap((name) =>
    countsOf(labels, split[name]).map((count, at) =>
      Math.abs(count - (all[at] ?? 0) * fractions[name]),
    ),
  );
}

function worstDeviation(labels: LabelMatrix, split: SplitIndices): number {
  return Math.max(...deviations(labels, split));
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

test.each([1, 2] as const)(
  "stratifiedSplit of order %i puts every example in exactly one part, each ascending",
  (order) => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 300 }), seeds, (rows, seed) => {
        const labels = imbalancedLabels(rows, 8, 0.6, seed);
        const split = stratifiedSplit(labels, fractions, seed, { order });
        const ascending = (a: number, b: number) => a - b;
        for (const name of partNames) {
          expect(split[name]).toEqual([...split[name]].sort(ascending));
        }
        const all = partNames.flatMap((name) => split[name]).sort(ascending);
        expect(all).toEqual([...Array(rows).keys()]);
      }),
    );
  },
);

test("stratifiedSplit keeps each class within 2 of its share where no example has two labels", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 60, maxLength: 300 }), seeds, (classes, seed) => {
      const data = new Uint8Array(classes.length * 5);
      classes.forEach((col, row) => {
        data[row * 5 + col] = 1;
      });
      const labels = { rows: classes.length, cols: 5, data };
      expect(worstDeviation(labels, stratifiedSplit(labels, fractions, seed))).toBeLessThan(2);
    }),
  );
});

test("stratifiedSplit keeps the sizes within 2 of n · fraction where no example has a label", () => {
  const labels = { rows: 101, cols: 3, data: new Uint8Array(303) };
  const split = stratifiedSplit(labels, fractions, 0);
  for (const name of partNames) {
    expect(Math.abs(split[name].length - 101 * fractions[name])).toBeLessThan(2);
  }
});

test("stratifiedSplit keeps classes within 0.6 % and sizes within 1 % of the examples on imbalanced multilabel data", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const labels = imbalancedLabels(1000, 12, 0.6, seed);
      const split = stratifiedSplit(labels, fractions, seed);
      expect(worstDeviation(labels, split)).toBeLessThan(6);
      for (const name of partNames) {
        expect(Math.abs(split[name].length - 1000 * fractions[name])).toBeLessThan(10);
      }
    }),
    { numRuns: 50 },
  );
});

test("stratifiedSplit of order 2 keeps classes within 1.5 % and sizes within 1 % of the examples where labels come in pairs", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const labels = pairedLabels(1000, 6, seed);
      const split = stratifiedSplit(labels, fractions, seed, { order: 2 });
      expect(worstDeviation(labels, split)).toBeLessThan(15);
      for (const name of partNames) {
        expect(Math.abs(split[name].length - 1000 * fractions[name])).toBeLessThan(10);
      }
    }),
    { numRuns: 50 },
  );
});

test("stratifiedSplit of order 2 deviates less than half as much in pairs of labels as order 1, mean over 20 seeds", () => {
  const [first, second] = ([1, 2] as const).map((order) =>
    mean(
      [...Array(20).keys()].map((seed) => {
        const labels = pairedLabels(600, 6, seed);
        const split = stratifiedSplit(labels, fractions, seed, { order });
        return mean(deviations(labels, split, pairCounts));
      }),
    ),
  );
  expect(second).toBeLessThan(0.5 * (first ?? 0));
});

test("stratifiedSplit of order 2 keeps each class within 2 of its share where no example has two labels", () => {
  const data = new Uint8Array(200 * 4);
  for (let row = 0; row < 200; row++) data[row * 4 + ((row * row) % 4)] = 1;
  const labels = { rows: 200, cols: 4, data };
  for (let seed = 0; seed < 10; seed++) {
    const split = stratifiedSplit(labels, fractions, seed, { order: 2 });
    expect(worstDeviation(labels, split)).toBeLessThan(2);
  }
});

test("stratifiedSplit deviates less than a random split", () => {
  for (let seed = 0; seed < 20; seed++) {
    const labels = imbalancedLabels(500, 12, 0.6, seed);
    const random = worstDeviation(labels, randomSplit(500, fractions, seed));
    expect(worstDeviation(labels, stratifiedSplit(labels, fractions, seed))).toBeLessThan(random);
  }
});

test("stratifiedSplit gives the same split for the same seed and another one for another seed", () => {
  const labels = imbalancedLabels(200, 6, 0.5, 0);
  expect(stratifiedSplit(labels, fractions, 3)).toEqual(stratifiedSplit(labels, fractions, 3));
  expect(stratifiedSplit(labels, fractions, 3)).not.toEqual(stratifiedSplit(labels, fractions, 4));
});

test("stratifiedSplit gives every place in the file the same chance of each part", () => {
  const labels = { rows: 100, cols: 1, data: new Uint8Array(100).fill(1) };
  const splits = Array.from({ length: 50 }, (_, seed) => stratifiedSplit(labels, fractions, seed));
  for (const row of [0, 50, 99]) {
    const trained = splits.filter(({ train }) => train.includes(row)).length;
    // Four standard deviations of 50 draws at 0.7.
    expect(Math.abs(trained - 35)).toBeLessThan(13);
  }
});

test("stratifiedSplit names the part that would be empty", () => {
  const labels = imbalancedLabels(3, 2, 0.5, 0);
  expect(() => stratifiedSplit(labels, fractions, 0)).toThrow("has no example");
});

test("stratifiedSplit refuses fractions that do not add up to 1", () => {
  const labels = imbalancedLabels(100, 2, 0.5, 0);
  expect(() => stratifiedSplit(labels, { ...fractions, test: 0.3 }, 0)).toThrow("together be 1");
});

test("stratifiedSplit refuses another order than 1 and 2", () => {
  const labels = { rows: 3, cols: 1, data: Uint8Array.of(1, 0, 1) };
  const fractions = { train: 0.4, validation: 0.3, test: 0.3 };
  expect(() => stratifiedSplit(labels, fractions, 0, { order: 3 as 2 })).toThrow("order is 3");
});
