import fc from "fast-check";
import { expect, test } from "vitest";
import { selectKBest } from "./selectKBest.js";

test("selectKBest gives the indices of the highest scores, ascending, later ones where equal", () => {
  expect([...selectKBest(Float64Array.of(5, 1, 3, 1, 1), 4)]).toEqual([0, 2, 3, 4]);
  expect([...selectKBest(Float64Array.of(2, 1), 9)]).toEqual([0, 1]);
});

test("selectKBest never leaves out a score above one that it keeps", () => {
  const scores = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 12 }), (values, k) => {
      const kept = new Set(selectKBest(Float64Array.from(values), k));
      expect(kept.size).toBe(Math.min(k, values.length));
      const out = values.filter((_, i) => !kept.has(i));
      const least = Math.min(...values.filter((_, i) => kept.has(i)));
      expect(Math.max(-Infinity, ...out)).toBeLessThanOrEqual(least);
    }),
  );
});
