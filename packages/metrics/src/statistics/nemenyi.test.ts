import { describe, expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import { nemenyi } from "./nemenyi.js";

describe("nemenyi", () => {
  it.each(golden.friedman)(
    "equals the studentized range of SciPy and mpmath on $name",
    (expected) => {
      const test = nemenyi(expected.scores);
      expect(test.criticalDifference).toBeCloseTo(expected.criticalDifference, 9);
      expected.nemenyi.forEach((row, i) => {
        row.forEach((p, j) => {
          expect(test.p[i]?.[j], `${i}, ${j}`).toBeCloseTo(p, 11);
        });
      });
    },
  );

  // Demšar (2006), table 5a: q_α/√2.
  it.each([
    [0.05, [1.96, 2.343, 2.569, 2.728, 2.85, 2.949, 3.031, 3.102, 3.164]],
    [0.1, [1.645, 2.052, 2.291, 2.459, 2.589, 2.693, 2.78, 2.855, 2.92]],
  ])("has the critical values that Demšar prints for α %d", (alpha, printed) => {
    printed.forEach((value, i) => {
      const k = i + 2;
      const scores = [Array.from({ length: k }, (_, j) => j)];
      const quantile = nemenyi(scores, { alpha }).criticalDifference / Math.sqrt((k * (k + 1)) / 6);
      expect(Math.abs(quantile - value), `k ${k}`).toBeLessThan(1.1e-3);
    });
  });

  it("gives p = α to methods the critical difference apart, and 1 to equal ones", () => {
    const scores = Array.from({ length: 10 }, () => [1, 1, 0]);
    const { meanRanks, p } = nemenyi(scores);
    expect([...meanRanks]).toEqual([1.5, 1.5, 3]);
    expect(p[0]?.[1]).toBe(1);
    const alpha = p[0]?.[2] ?? Number.NaN;
    expect(nemenyi(scores, { alpha }).criticalDifference).toBeCloseTo(1.5, 10);
  });

  it("refuses an alpha outside (0, 1)", () => {
    expect(() => nemenyi([[1, 2]], { alpha: 0 })).toThrow("alpha is 0");
    expect(() => nemenyi([[1, 2]], { alpha: 5 })).toThrow("alpha is 5");
  });
});
