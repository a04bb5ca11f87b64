import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { lsa } from "./lsa.js";

interface Golden {
  readonly train: readonly string[];
  readonly unseen: readonly string[];
  readonly components: number;
  readonly iterations: number;
  readonly singularValues: readonly number[];
  readonly exactSingularValues: readonly number[];
  /** Inner products of the features of the unseen texts. */
  readonly similarities: readonly (readonly number[])[];
}

const golden: Golden = JSON.parse(
  readFileSync(new URL("../../golden/lsa.json", import.meta.url), "utf8"),
);
const { components, iterations } = golden;
const encoder = lsa({
  ngramRange: [1, 1],
  minDf: 2,
  components,
  iterations,
  normalize: false,
});
beforeAll(() => encoder.fit(golden.train));

test("lsa has the singular values of scikit-learn's TruncatedSVD, and the exact ones, to 1e-9", () => {
  expect(encoder.singularValues).toHaveLength(components);
  encoder.singularValues.forEach((value, j) => {
    expect(Math.abs(value / (golden.singularValues[j] ?? 0) - 1)).toBeLessThan(1e-9);
    expect(Math.abs(value / (golden.exactSingularValues[j] ?? 0) - 1)).toBeLessThan(1e-9);
  });
});

test("lsa spans TruncatedSVD's subspace: inner products of unseen texts are the same to 1e-6", async () => {
  const features = await encoder.encode(golden.unseen);
  const row = (i: number) => features.subarray(i * components, (i + 1) * components);
  golden.similarities.forEach((line, a) => {
    line.forEach((similarity, b) => {
      const ours = row(a).reduce((sum, x, j) => sum + x * (row(b)[j] ?? Number.NaN), 0);
      expect(Math.abs(ours - similarity)).toBeLessThan(1e-6);
    });
  });
});

test("lsa's default of 7 iterations comes within 0.5 % of the exact singular values here", async () => {
  const fast = lsa({ ngramRange: [1, 1], minDf: 2, components });
  await fast.fit(golden.train);
  fast.singularValues.forEach((value, j) => {
    expect(Math.abs(value / (golden.exactSingularValues[j] ?? 0) - 1)).toBeLessThan(5e-3);
  });
});
