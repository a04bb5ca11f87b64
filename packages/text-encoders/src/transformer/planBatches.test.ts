import fc from "fast-check";
import { expect, test } from "vitest";
import { planBatches } from "./planBatches.js";

test("planBatches puts rows of like lengths together, the longest first", () => {
  expect(planBatches([3, 9, 4, 10, 2], 10)).toEqual([[3], [1], [2, 0], [4]]);
});

test("planBatches puts every row in one batch, within the tokens unless it is a row alone", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 200 }), (rows, tokens) => {
      const batches = planBatches(rows, tokens);
      expect(batches.flat().sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
      for (const batch of batches) {
        const longest = Math.max(...batch.map((i) => Number(rows[i])));
        expect(batch.length === 1 || longest * batch.length <= tokens).toBe(true);
      }
    }),
  );
});
