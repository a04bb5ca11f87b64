import { describe, expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import { normalCdf } from "./normalCdf.js";
import { studentizedRangeTail } from "./studentizedRangeTail.js";

describe("studentizedRangeTail", () => {
  it.each(golden.rangeTail)("($q, $k) equals mpmath's", ({ q, k, value }) => {
    expect(Math.abs(studentizedRangeTail(q, k) - value)).toBeLessThan(1e-11 * value);
  });

  it("for two means is that of a normal difference, P(|Z| > q/√2)", () => {
    for (const q of [0.1, 1, 3, 9]) {
      const value = 2 * normalCdf(-q / Math.SQRT2);
      expect(studentizedRangeTail(q, 2) / value).toBeCloseTo(1, 11);
    }
  });

  it("is 1 up to 0 and 0 far out", () => {
    expect(studentizedRangeTail(-1, 5)).toBe(1);
    expect(studentizedRangeTail(0, 5)).toBe(1);
    expect(studentizedRangeTail(1e-9, 5)).toBeCloseTo(1, 12);
    expect(studentizedRangeTail(200, 5)).toBe(0);
  });
});
