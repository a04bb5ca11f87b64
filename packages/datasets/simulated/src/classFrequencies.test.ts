import fc from "fast-check";
import { expect, test } from "vitest";
import { classFrequencies, maxFrequency } from "./classFrequencies.js";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test("classFrequencies follow the power law", () => {
  const frequencies = classFrequencies(4, 1, 1);
  expect(frequencies.map((p) => p / (frequencies[0] ?? 0))).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);
});

test("classFrequencies with imbalance 0 are equal", () => {
  expect(classFrequencies(5, 2, 0)).toEqual([0.4, 0.4, 0.4, 0.4, 0.4]);
});

test("classFrequencies keep a class at the limit and share out the rest by the power law", () => {
  const [first, second, third] = classFrequencies(3, 1.4, 2) as [number, number, number];
  expect(first).toBe(maxFrequency);
  expect(second + third).toBeCloseTo(0.6, 12);
  expect(second / third).toBeCloseTo(9 / 4, 12);
});

test("classFrequencies add up to the cardinality, fall, and stay between 0 and the limit", () => {
  const model = fc.record({
    classes: fc.integer({ min: 1, max: 50 }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    imbalance: fc.double({ min: 0, max: 4, noNaN: true }),
  });
  fc.assert(
    fc.property(model, ({ classes, share, imbalance }) => {
      const cardinality = share * maxFrequency * classes;
      const frequencies = classFrequencies(classes, cardinality, imbalance);
      expect(frequencies).toHaveLength(classes);
      expect(sum(frequencies)).toBeCloseTo(cardinality, 9);
      expect(Math.min(...frequencies)).toBeGreaterThan(0);
      expect(Math.max(...frequencies)).toBeLessThanOrEqual(maxFrequency);
      for (let c = 1; c < classes; c++) {
        expect(frequencies[c]).toBeLessThanOrEqual((frequencies[c - 1] ?? 0) + 1e-12);
      }
    }),
  );
});
