import fc from "fast-check";
import { expect, it } from "vitest";
import { kneeOfCurve } from "./kneeOfCurve.js";

const kneeOf = (...values: number[]) => kneeOfCurve(Float64Array.from(values));

it("kneeOfCurve ends the high part before a knee below the chord and after one above", () => {
  // Scaled to (0, 1) … (1, 0): .25 is .25 below the chord at rank 2, .1 is .23… at rank 3.
  expect(kneeOf(1, 0.25, 0.1, 0.05, 0)).toBe(1);
  expect(kneeOf(0.9, 0.5, 0.2, 0.1, 0.08)).toBe(2);
  expect(kneeOf(1, 0.98, 0.95, 0.9, 0)).toBe(4);
});

it("kneeOfCurve finds the step of a curve with one step, wherever it is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (high, low) => {
      const curve = [...Array(high).fill(0.75), ...Array(low).fill(0.5)];
      expect(kneeOf(...curve)).toBe(high + low > 2 ? high : undefined);
    }),
  );
});

it("kneeOfCurve parts ranks of different value", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 9 }),
      (list) => {
        const falling = Float64Array.from(list).sort().reverse();
        const high = kneeOfCurve(falling);
        if (high === undefined) return;
        expect(falling[high - 1]).toBeGreaterThan(falling[high] ?? Number.NaN);
      },
    ),
  );
});

it("kneeOfCurve finds no knee in a curve that is flat or straight, or has fewer than three points", () => {
  expect(kneeOf(0.5, 0.5, 0.5)).toBeUndefined();
  expect(kneeOf(0.9, 0.6, 0.3)).toBeUndefined();
  expect(kneeOf(0.9, 0.1)).toBeUndefined();
  expect(kneeOf(0.9)).toBeUndefined();
});

it("kneeOfCurve refuses a curve that rises, and what is no number", () => {
  expect(() => kneeOf(1, 0.2, 0.5)).toThrow("falling[2] is 0.5, above 0.2 before it");
  expect(() => kneeOf(1, Number.NaN)).toThrow("falling[1] is NaN");
});
