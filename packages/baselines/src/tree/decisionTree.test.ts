import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compressRows } from "../features/compressRows.js";
import { labelMatrices } from "../labels.test.support.js";
import { Turns } from "../turns/Turns.js";
import { bestSplit } from "./bestSplit.js";
import { decisionTree } from "./decisionTree.js";
import { growTree } from "./growTree.js";
import { sortColumns } from "./sortColumns.js";

const cases = fc.tuple(
  labelMatrices.filter(({ rows }) => rows > 1),
  fc.array(fc.constantFrom(-1.5, -1, 0, 0, 0, 2, 3), { minLength: 60, maxLength: 60 }),
);

describe("decisionTree", () => {
  it("splits where trying every feature and threshold finds the least summed entropy", async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 1, max: 3 }), async ([truth, values], least) => {
        const { rows, cols } = truth;
        const data = Float32Array.from(values.slice(0, rows * 3));
        const all = Array.from({ length: rows }, (_, i) => i);
        const column = (c: number) => all.map((i) => data[i * 3 + c] ?? 0);
        const entropyOf = (side: readonly number[]) =>
          Array.from({ length: cols }, (_, j) => {
            const p = side.filter((i) => truth.data[i * cols + j] === 1).length / side.length;
            const term = (share: number) => (share === 0 ? 0 : -share * Math.log(share));
            return side.length * (term(p) + term(1 - p));
          }).reduce((a, b) => a + b);
        const sum = (c: number, threshold: number) => {
          const left = all.filter((i) => (column(c)[i] ?? 0) <= threshold);
          const right = all.filter((i) => (column(c)[i] ?? 0) > threshold);
          const enough = Math.min(left.length, right.length) >= least;
          return enough ? entropyOf(left) + entropyOf(right) : Number.POSITIVE_INFINITY;
        };
        const sums = [0, 1, 2].flatMap((c) =>
          [...new Set(column(c))].map((value) => sum(c, value)),
        );
        const lowest = Math.min(...sums);
        const counts = Uint32Array.from(
          { length: cols },
          (_, j) => all.filter((i) => truth.data[i * cols + j] === 1).length,
        );
        const found = await bestSplit(
          {
            rows: Uint32Array.from(all),
            columns: sortColumns(compressRows({ rows, cols: 3, data })),
            counts,
            depth: 0,
          },
          compressRows(truth),
          Float64Array.from({ length: rows + 1 }, (_, x) => (x ? x * Math.log(x) : 0)),
          least,
          new Turns(),
        );
        if (found === undefined) expect(lowest).toBe(Number.POSITIVE_INFINITY);
        else expect(sum(found.column, found.threshold)).toBeCloseTo(lowest, 9);
      }),
    );
  });

  it("grown to the end tells apart every two examples that differ in a feature", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([truth, values]) => {
        const features = {
          rows: truth.rows,
          cols: 3,
          data: Float32Array.from(values.slice(0, truth.rows * 3)),
        };
        const { data } = await (
          await decisionTree({ minSamplesLeaf: 1 }).fit(features, truth)
        ).scores(features);
        const key = (row: number) => features.data.slice(row * 3, row * 3 + 3).join();
        data.forEach((score, k) => {
          const row = Math.floor(k / truth.cols);
          const alike = Array.from({ length: truth.rows }, (_, i) => i).filter(
            (i) => key(i) === key(row),
          );
          const label = (i: number) => truth.data[i * truth.cols + (k % truth.cols)] ?? 0;
          // A pure leaf holds examples of other features too, all with the same labels.
          expect(score).toBeCloseTo(alike.reduce((sum, i) => sum + label(i), 0) / alike.length, 6);
        });
      }),
    );
  });

  it("is not deeper than maxDepth, and no leaf has fewer examples than minSamplesLeaf", async () => {
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        async ([truth, values], maxDepth, minSamplesLeaf) => {
          const features = {
            rows: truth.rows,
            cols: 3,
            data: Float32Array.from(values.slice(0, truth.rows * 3)),
          };
          const tree = await growTree(features, truth, new Turns(), { maxDepth, minSamplesLeaf });
          const reached = new Map<number, number>();
          for (let row = 0; row < truth.rows; row++) {
            let [node, depth] = [0, 0];
            for (; (tree.columns[node] ?? -1) >= 0; depth++) {
              const value = features.data[row * 3 + (tree.columns[node] ?? 0)] ?? 0;
              node = (value <= (tree.thresholds[node] ?? 0) ? tree.lefts : tree.rights)[node] ?? 0;
            }
            expect(depth).toBeLessThanOrEqual(maxDepth);
            reached.set(node, (reached.get(node) ?? 0) + 1);
          }
          expect(reached.size).toBe(tree.columns.filter((column) => column < 0).length);
          if (tree.columns.length > 1) {
            expect(Math.min(...reached.values())).toBeGreaterThanOrEqual(minSamplesLeaf);
          }
        },
      ),
    );
  });

  it("takes the first of equal splits: never a feature that only mirrors the one before it", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([truth, values]) => {
        const mirrored = values.slice(0, truth.rows).flatMap((value) => [value, -value]);
        const features = { rows: truth.rows, cols: 2, data: Float32Array.from(mirrored) };
        const { columns } = await growTree(features, truth, new Turns(), {
          maxDepth: 9,
          minSamplesLeaf: 1,
        });
        expect(columns).not.toContain(1);
      }),
    );
  });

  it("does not exhaust the call stack where each split takes one example off", async () => {
    const rows = 3000;
    const features = { rows, cols: 1, data: Float32Array.from({ length: rows }, (_, i) => i) };
    const truth = { rows, cols: 1, data: Uint8Array.from({ length: rows }, (_, i) => i % 2) };
    const { data } = await (await decisionTree({ minSamplesLeaf: 1 }).fit(features, truth)).scores(
      features,
    );
    expect(data).toEqual(Float32Array.from(truth.data));
  });
});
