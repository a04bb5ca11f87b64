import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LabelMatrix } from "../Matrix.js";
import { countLabels } from "./countLabels.js";

/** What countLabels gives, and the same by looking at one entry after the other. */
function counted(yTrue: LabelMatrix, yPred: LabelMatrix) {
  const { rows, cols } = yTrue;
  const zeros = () => ({
    tp: new Float64Array(cols),
    actual: new Float64Array(cols),
    predicted: new Float64Array(cols),
    examples: [] as number[][],
  });
  const [got, wanted] = [zeros(), zeros()];
  const valid = countLabels(yTrue, yPred, got, (...example) => got.examples.push(example));
  for (let row = 0; row < rows; row++) {
    const example: [number, number, number] = [0, 0, 0];
    for (let j = 0; j < cols; j++) {
      const [t, p] = [yTrue, yPred].map(({ data }) => data[row * cols + j] ?? Number.NaN);
      [(t ?? 0) * (p ?? 0), t ?? 0, p ?? 0].forEach((count, i) => {
        const sums = [wanted.tp, wanted.actual, wanted.predicted][i];
        if (sums !== undefined) sums[j] = (sums[j] ?? 0) + count;
        example[i] = (example[i] ?? 0) + count;
      });
    }
    wanted.examples.push(example);
  }
  return { valid, got, wanted };
}

const matrix = (rows: number, cols: number, entry: (k: number) => number) => ({
  rows,
  cols,
  data: Uint8Array.from({ length: rows * cols }, (_, k) => entry(k)),
});

describe("countLabels", () => {
  it.each([1, 3, 4, 8, 10, 12])("counts every class and example of %d classes", (cols) => {
    fc.assert(
      fc.property(fc.nat(600), fc.integer({ min: 1 }), (rows, seed) => {
        const label = (factor: number) => (k: number) => (Math.imul(k + seed, factor) >>> 28) & 1;
        const { valid, got, wanted } = counted(
          matrix(rows, cols, label(2654435761)),
          matrix(rows, cols, label(2246822519)),
        );
        expect(valid).toBe(true);
        expect(got).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    [1000, 4],
    [255, 8],
    [3, 1020],
    [3, 1024],
    [2, 5000],
  ])("counts %d examples of %d classes that are all true and all predicted", (rows, cols) => {
    const ones = matrix(rows, cols, () => 1);
    const { got, wanted } = counted(ones, ones);
    expect(got).toEqual(wanted);
  });

  it("counts labels that begin anywhere in a buffer", () => {
    for (const offset of [0, 1, 2, 3, 4]) {
      const bytes = Uint8Array.from({ length: offset + 24 }, (_, k) => (k % 3 === 0 ? 1 : 0));
      const part = { rows: 3, cols: 8, data: bytes.subarray(offset) };
      const { got, wanted } = counted(
        part,
        matrix(3, 8, (k) => k % 2),
      );
      expect(got).toEqual(wanted);
    }
  });

  it("finds an entry that is not 0 or 1, wherever it is", () => {
    for (const cols of [3, 4]) {
      for (let wrong = 0; wrong < 2 * cols; wrong++) {
        for (const value of [2, 128, 255]) {
          const right = matrix(2, cols, () => 1);
          const other = matrix(2, cols, (k) => (k === wrong ? value : 0));
          expect(counted(right, other).valid).toBe(false);
          expect(counted(other, right).valid).toBe(false);
        }
      }
    }
  });
});
