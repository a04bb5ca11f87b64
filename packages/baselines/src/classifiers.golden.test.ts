import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";
import { describe, expect, it } from "vitest";
import golden from "../golden/classifiers.json" with { type: "json" };
import { countObjective } from "./counts/countObjective.js";
import { countRegression } from "./counts/countRegression.js";
import { labelCounts } from "./counts/labelCounts.js";
import { compressRows } from "./features/compressRows.js";
import { rowProduct } from "./features/rowProduct.js";
import { linearSvm } from "./linear/linearSvm.js";
import { linearWeights } from "./linear/linearWeights.js";
import { logistic } from "./linear/logistic.js";
import { logisticLoss } from "./linear/logisticLoss.js";
import { logisticRegression } from "./linear/logisticRegression.js";
import type { MarginProblem } from "./linear/marginObjective.js";
import { minimise } from "./linear/minimise.js";
import { squaredHinge } from "./linear/squaredHinge.js";
import { mlKnn } from "./neighbours/mlKnn.js";
import { nearestNeighbours } from "./neighbours/nearestNeighbours.js";
import { decisionTree } from "./tree/decisionTree.js";
import { growTree } from "./tree/growTree.js";
import { Turns } from "./turns/Turns.js";

/** Tight enough to be compared with digits of scikit-learn. */
const TOLERANCE = 1e-9;
const FEATURES = 6;
const CLASSES = 3;

const matrix = (data: readonly number[]): ScoreMatrix => ({
  rows: data.length / FEATURES,
  cols: FEATURES,
  data: Float32Array.from(data),
});

describe.each(golden.cases)("on $name", (example) => {
  const features = matrix(example.features);
  const test = matrix(example.test);
  const labels: LabelMatrix = {
    rows: features.rows,
    cols: CLASSES,
    data: Uint8Array.from(example.labels),
  };

  type Linear = (typeof example.logistic)[number];

  async function expectWeights(problem: Omit<MarginProblem, "C" | "tolerance">, expected: Linear) {
    const exactly = { ...problem, C: expected.C, tolerance: TOLERANCE };
    const weights = await linearWeights(compressRows(features), labels, exactly, new Turns());
    const rows = compressRows(test);
    weights.forEach((vector, j) => {
      expectClose(vector, [...(expected.coefficients[j] ?? []), expected.intercepts[j] ?? 0], 1e-6);
      const values = expected.decisionValues.map((_, i) => rowProduct(rows, i, vector));
      expectClose(
        values.map((value) => value + (vector[FEATURES] ?? 0)),
        expected.decisionValues.map((row) => row[j] ?? 0),
        1e-6,
      );
    });
  }

  it.each(example.logistic)(
    "logisticRegression learns scikit-learn's LogisticRegression, C = $C",
    async (expected) => {
      await expectWeights({ loss: logisticLoss, penalisesIntercept: false }, expected);
      const { data } = await (
        await logisticRegression({ C: expected.C, tolerance: TOLERANCE }).fit(features, labels)
      ).scores(test);
      expectClose(data, expected.decisionValues.flat().map(logistic), 1e-7);
    },
  );

  it.each(example.svm)("linearSvm learns scikit-learn's LinearSVC, C = $C", async (expected) => {
    await expectWeights({ loss: squaredHinge, penalisesIntercept: true }, expected);
    const { data } = await (
      await linearSvm({ C: expected.C, tolerance: TOLERANCE }).fit(features, labels)
    ).scores(test);
    expectClose(data, expected.decisionValues.flat().map(logistic), 1e-7);
    const decided = [...data].map((score) => score >= 0.5);
    expect(decided).toEqual(expected.decisionValues.flat().map((value) => value >= 0));
  });

  it.each(example.count)(
    "countRegression learns scikit-learn's multinomial LogisticRegression, C = $C",
    async (expected) => {
      const { C, counts } = expected;
      const fitted = await countRegression({ C }).fit(features, labels);
      expect(fitted.counts).toEqual(counts);
      expect([...(await fitted.predict(test))]).toEqual(expected.predicted);
      const targets = labelCounts(labels).map((count) => counts.indexOf(count));
      const objective = countObjective(compressRows(features), targets, counts.length, C);
      const weights = await minimise(objective, TOLERANCE, new Turns());
      const coefficients = weights.filter((_, i) => i % (FEATURES + 1) < FEATURES);
      expectClose(coefficients, expected.coefficients.flat(), 1e-7);
    },
  );

  it.each(example.neighbours)(
    "nearestNeighbours finds scikit-learn's NearestNeighbors, k = $k",
    async ({ k, own, test: queried }) => {
      const rows = compressRows(features);
      const turns = new Turns();
      for (const [found, expected] of [
        [await nearestNeighbours(rows, rows, k, turns, { leaveOneOut: true }), own],
        [await nearestNeighbours(rows, compressRows(test), k, turns), queried],
      ] as const) {
        expect([...found.indices]).toEqual(expected.indices.flat());
        expectClose(found.squares.map(Math.sqrt), expected.distances.flat(), 1e-12);
      }
    },
  );

  it.each(example.mlKnn)(
    "mlKnn scores the paper's posteriors, k = $k, s = $smoothing",
    async ({ k, smoothing, scores }) => {
      const { data } = await (await mlKnn({ k, smoothing }).fit(features, labels)).scores(test);
      expectClose(data, scores.flat(), 1e-7);
    },
  );

  it.each(example.tree)(
    "decisionTree grows scikit-learn's, maxDepth $maxDepth, minSamplesLeaf $minSamplesLeaf",
    async ({ maxDepth, minSamplesLeaf, shares, scores, ...expected }) => {
      const depth = maxDepth ?? Number.POSITIVE_INFINITY;
      const { shares: grown, ...tree } = await growTree(features, labels, new Turns(), {
        maxDepth: depth,
        minSamplesLeaf,
      });
      expect(tree).toEqual(expected);
      expectClose(
        grown.flatMap((share) => [...share]),
        shares.flat(),
        1e-7,
      );
      const options = maxDepth === null ? { minSamplesLeaf } : { maxDepth, minSamplesLeaf };
      const { data } = await (await decisionTree(options).fit(features, labels)).scores(test);
      expectClose(data, scores.flat(), 1e-7);
    },
  );
});

/** Within `tolerance`, of numbers above 1 relative to them. */
function expectClose(actual: ArrayLike<number>, expected: readonly number[], tolerance: number) {
  expect(actual.length).toBe(expected.length);
  const far = expected.findIndex(
    (value, i) => !(Math.abs((actual[i] ?? 0) - value) <= tolerance * Math.max(1, Math.abs(value))),
  );
  expect(far < 0 ? "close" : `${actual[far]} for ${expected[far]} at ${far}`).toBe("close");
}
