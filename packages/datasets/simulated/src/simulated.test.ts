import { binarizeLabels, type LabelMatrix, labelStatistics, loadDataset } from "@sigf1/datasets";
import { describeDataset } from "@sigf1/datasets/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ZodError } from "zod";
import { classFrequencies } from "./classFrequencies.js";
import { linearHead } from "./linearHead.test.fixture.js";
import type { SimulatedOptions } from "./SimulatedOptions.js";
import { simulated } from "./simulated.js";

async function simulate(options: Partial<SimulatedOptions> = {}) {
  const { examples, labels, fingerprint } = await loadDataset(simulated, { options });
  const matrix = binarizeLabels(examples, labels);
  const inputs = examples.map(({ input }) => input);
  return { examples, fingerprint, inputs, labels: matrix, statistics: labelStatistics(matrix) };
}

const column = ({ rows, cols, data }: LabelMatrix, col: number) =>
  Array.from({ length: rows }, (_, row) => data[row * cols + col] ?? 0);

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

function correlationOf(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    mean(x.map((value, index) => (value - mx) * ((y[index] ?? 0) - my)));
  const variances = covariance(a, meanA, a, meanA) * covariance(b, meanB, b, meanB);
  return covariance(a, meanA, b, meanB) / Math.sqrt(variances);
}

test("simulated has 2,000 examples with 32 features and 12 labels by default", async () => {
  const { examples, inputs, statistics } = await simulate();
  expect([statistics.examples, statistics.classes]).toEqual([2000, 12]);
  expect(statistics.cardinality).toBe(2.03);
  expect(statistics.counts).toEqual([1046, 590, 448, 327, 298, 232, 236, 211, 185, 169, 163, 155]);
  expect(statistics.labelsPerExample).toEqual([183, 541, 636, 396, 173, 60, 10, 1]);
  expect(inputs[0]).toBeInstanceOf(Float32Array);
  expect(new Set(inputs.map(({ length }) => length))).toEqual(new Set([32]));
  expect(examples[7]?.id).toBe("7");
});

test("simulated has the cardinality and the class frequencies that the options say, to sampling error", async () => {
  const model = fc.record({
    cardinality: fc.double({ min: 0.5, max: 5, noNaN: true }),
    imbalance: fc.double({ min: 0, max: 2, noNaN: true }),
    correlation: fc.double({ min: 0, max: 1, noNaN: true }),
    labelNoise: fc.double({ min: 0, max: 0.25, noNaN: true }),
    seed: fc.integer({ min: 0, max: 1000 }),
  });
  await fc.assert(
    fc.asyncProperty(model, async (options) => {
      const examples = 4000;
      const { statistics } = await simulate({ ...options, examples, features: 1 });
      const expected = classFrequencies(12, options.cardinality, options.imbalance);
      statistics.counts.forEach((count, c) => {
        const p = expected[c] ?? 0;
        expect(Math.abs(count - examples * p)).toBeLessThan(
          6 * Math.sqrt(examples * p * (1 - p)) + 1,
        );
      });
      const { cardinality, labelsPerExample } = statistics;
      const squares = labelsPerExample.reduce((sum, n, k) => sum + n * (k - cardinality) ** 2, 0);
      const standardError = Math.sqrt(squares) / examples;
      expect(Math.abs(cardinality - options.cardinality)).toBeLessThan(6 * standardError);
    }),
    { numRuns: 25 },
  );
});

test("simulated labels hang together by ρ w·w′: not at all at correlation 0, more as it grows", async () => {
  const strength = async (correlation: number) => {
    const options = { correlation, examples: 4000, features: 1, labelNoise: 0, imbalance: 0 };
    const { labels } = await simulate(options);
    const columns = Array.from({ length: 12 }, (_, c) => column(labels, c));
    const pairs = columns.flatMap((a, i) =>
      columns.slice(i + 1).map((b) => correlationOf(a, b) ** 2),
    );
    return mean(pairs);
  };
  const [none, some, much] = await Promise.all([strength(0), strength(0.5), strength(1)]);
  // The squared correlation of independent labels is 1/n on average.
  expect(none).toBeLessThan(2 / 4000);
  expect(some).toBeGreaterThan(20 / 4000);
  expect(much).toBeGreaterThan(2 * some);
});

test("simulated label noise makes the stated share of the labels wrong and keeps their number", async () => {
  const options = { examples: 5000, features: 1 };
  const clean = await simulate({ ...options, labelNoise: 0 });
  const noisy = await simulate({ ...options, labelNoise: 0.1 });
  const kept = clean.labels.data.reduce((sum, y, i) => sum + y * (noisy.labels.data[i] ?? 0), 0);
  const labels = clean.labels.data.reduce((sum, y) => sum + y, 0);
  const labelsWithNoise = noisy.labels.data.reduce((sum, y) => sum + y, 0);
  // About 10,000 labels: a share of 0.1 has a standard error of 0.003.
  expect(Math.abs(kept / labels - 0.9)).toBeLessThan(5 * 0.003);
  expect(Math.abs(kept / labelsWithNoise - 0.9)).toBeLessThan(5 * 0.003);
  expect(noisy.inputs).toEqual(clean.inputs);
});

test("simulated features have a noise of the stated standard deviation and leave the labels as they are", async () => {
  const clean = await simulate({ featureNoise: 0 });
  const noisy = await simulate({ featureNoise: 0.7 });
  const noise = noisy.inputs.flatMap((input, i) =>
    Array.from(input, (x, d) => x - (clean.inputs[i]?.[d] ?? 0)),
  );
  // 64,000 draws: the variance has a standard error of 0.006 · 0.49.
  expect(Math.abs(mean(noise.map((x) => x ** 2)) - 0.49)).toBeLessThan(5 * 0.003);
  expect(noisy.labels).toEqual(clean.labels);
  const signal = clean.inputs.flatMap((input) => Array.from(input, (x) => x ** 2));
  expect(mean(signal)).toBeGreaterThan(0.7);
  expect(mean(signal)).toBeLessThan(1.4);
});

test("simulated is the same for the same options and another for another seed", async () => {
  const [first, again, other] = await Promise.all([
    simulate({ seed: 5 }),
    simulate({ seed: 5 }),
    simulate({ seed: 6 }),
  ]);
  expect(again).toEqual(first);
  expect(other.fingerprint).not.toBe(first.fingerprint);
  expect(correlationOf(column(first.labels, 0), column(other.labels, 0))).toBeLessThan(0.1);
});

test("simulated draws these very numbers for seed 0", async () => {
  const { examples } = await simulate({ examples: 3, features: 2 });
  expect(examples.map(({ labels }) => labels)).toEqual([
    ["label-00", "label-02", "label-08", "label-09"],
    [],
    ["label-00"],
  ]);
  expect(examples.map(({ input }) => [...input].map((x) => x.toFixed(5)))).toEqual([
    ["1.16733", "-0.14437"],
    ["0.68994", "-1.47475"],
    ["-0.41803", "-1.67136"],
  ]);
});

test("simulated with more examples begins with the same ones", async () => {
  const [few, many] = await Promise.all([simulate({ examples: 50 }), simulate({ examples: 80 })]);
  expect(many.examples.slice(0, 50)).toEqual(few.examples);
});

test("simulated can be learnt by a linear head: far above the predictor of every label, below perfection", async () => {
  const { inputs, labels } = await simulate();
  const trainRows = 1400;
  const decisions = linearHead(inputs, labels, trainRows, 0.4);
  const truth = labels.data.subarray(trainRows * labels.cols);
  const microF1 = (predicted: Uint8Array) => {
    const both = predicted.reduce((sum, y, i) => sum + y * (truth[i] ?? 0), 0);
    const either = predicted.reduce((sum, y, i) => sum + y + (truth[i] ?? 0), 0);
    return (2 * both) / either;
  };
  const everyLabel = microF1(new Uint8Array(truth.length).fill(1));
  expect(everyLabel).toBeLessThan(0.32);
  expect(microF1(decisions)).toBeGreaterThan(0.6);
  expect(microF1(decisions)).toBeLessThan(0.9);
});

test.each([
  [{ cardinality: 10 }, ["cardinality"]],
  [{ cardinality: 0 }, ["cardinality"]],
  [{ correlation: 1.5 }, ["correlation"]],
  [{ labelNoise: 0.3 }, ["labelNoise"]],
  [{ examples: 2.5 }, ["examples"]],
  [{ imbalance: -1 }, ["imbalance"]],
])("simulated refuses the options %o with an issue at %o", async (options, path) => {
  const load = loadDataset(simulated, { options });
  await expect(load).rejects.toThrow(ZodError);
  await expect(load).rejects.toMatchObject({ issues: [{ path }] });
});

describeDataset(simulated);
