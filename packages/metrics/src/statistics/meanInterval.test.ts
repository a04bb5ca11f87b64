import { describe, expect, it } from "vitest";
import golden from "../../golden/statistics.json" with { type: "json" };
import { meanInterval } from "./meanInterval.js";

describe("meanInterval", () => {
  it.each(golden.interval)(
    "equals SciPy's t.interval at level $level",
    ({ values, level, low, high }) => {
      const { mean, halfWidth } = meanInterval(values, { level });
      expect(mean - halfWidth).toBeCloseTo(low, 9);
      expect(mean + halfWidth).toBeCloseTo(high, 9);
    },
  );

  it("widens the variance of the mean by testTrainRatio, for resampled splits", () => {
    // s² = 5/2, t_{0.975, 4} = 2.776445105: t·√(5/2 · (1/5 + 1/4))
    const { mean, halfWidth } = meanInterval([1, 2, 3, 4, 5], { testTrainRatio: 0.25 });
    expect(mean).toBe(3);
    expect(halfWidth).toBeCloseTo(2.776445105 * Math.sqrt(1.125), 8);
  });

  it("covers 95 % by default", () => {
    expect(meanInterval([1, 2, 3])).toEqual(meanInterval([1, 2, 3], { level: 0.95 }));
  });

  it("has no half-width for a single value and 0 for equal values", () => {
    expect(meanInterval([0.5])).toEqual({ mean: 0.5, halfWidth: Number.NaN });
    expect(meanInterval([0.5, 0.5, 0.5])).toEqual({ mean: 0.5, halfWidth: 0 });
  });

  it("refuses no value, values that are not finite, levels outside (0, 1) and negative ratios", () => {
    expect(() => meanInterval([])).toThrow("no value to average");
    expect(() => meanInterval([0, Number.NaN])).toThrow("values[1] is NaN");
    expect(() => meanInterval([1, 2], { level: 95 })).toThrow("level is 95");
    expect(() => meanInterval([1, 2], { testTrainRatio: -1 })).toThrow("testTrainRatio is -1");
  });
});
