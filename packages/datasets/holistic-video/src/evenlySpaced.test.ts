import fc from "fast-check";
import { expect, test } from "vitest";
import { evenlySpaced } from "./evenlySpaced.js";

test("evenlySpaced takes the middle of each of `count` equal shares", () => {
  expect(evenlySpaced(10, 1)).toEqual([5]);
  expect(evenlySpaced(10, 2)).toEqual([2, 7]);
  expect(evenlySpaced(4, 4)).toEqual([0, 1, 2, 3]);
  expect(evenlySpaced(2, 4)).toEqual([0, 0, 1, 1]);
});

test("evenlySpaced gives `count` positions below `total`, whose distances differ by at most 1", () => {
  const size = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(size, fc.integer({ min: 2, max: 500 }), (total, count) => {
      const positions = evenlySpaced(total, count);
      expect(positions).toHaveLength(count);
      const gaps = positions.slice(1).map((position, k) => position - (positions[k] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
      expect(positions[0]).toBeGreaterThanOrEqual(0);
      expect(positions.at(-1)).toBeLessThan(total);
    }),
  );
});
