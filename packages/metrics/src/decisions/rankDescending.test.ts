import fc from "fast-check";
import { expect, it } from "vitest";
import { rankDescending } from "./rankDescending.js";

it("rankDescending orders by falling value, equal values by rising index, few or many", () => {
  const value = fc.oneof(fc.constantFrom(0, -0, 1, -1, 0.5), fc.float({ noNaN: true }));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(value, { maxLength: 40 }),
        fc.array(value, { minLength: 600, maxLength: 700, size: "max" }),
      ),
      (list) => {
        const values = Float32Array.from(list);
        const order = Array.from(values.keys()).sort((a, b) => {
          const [x = Number.NaN, y = Number.NaN] = [values[a], values[b]];
          return x < y ? 1 : x > y ? -1 : a - b;
        });
        expect(Array.from(rankDescending(values))).toEqual(order);
      },
    ),
    { numRuns: 60 },
  );
});
