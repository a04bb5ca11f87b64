import { describe, expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import type { Alternative } from "./Alternative.js";
import { wilcoxonSignedRank } from "./wilcoxonSignedRank.js";

const zeros = (n: number) => new Float64Array(n);

describe("wilcoxonSignedRank", () => {
  it.each(golden.wilcoxon)("equals SciPy's wilcoxon on $name", ({ a, b, exact, results }) => {
    expect(results).toHaveLength(3);
    for (const { alternative, statistic, p, z, approxP } of results) {
      const options = { alternative: alternative as Alternative };
      const test = wilcoxonSignedRank(a, b, options);
      expect(test).toMatchObject({ statistic, exact });
      expect(test.p, alternative).toBeCloseTo(p, 12);
      const approx = wilcoxonSignedRank(a, b, { ...options, method: "approx" });
      expect(approx).toMatchObject({ statistic, exact: false });
      expect(approx.z, alternative).toBeCloseTo(z, 11);
      expect(approx.p, alternative).toBeCloseTo(approxP, 12);
    }
  });

  it("gives Wilcoxon's example of cross- and self-fertilised corn", () => {
    const differences = [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75];
    const test = wilcoxonSignedRank(differences, zeros(15));
    expect(test).toMatchObject({ statistic: 24, p: 0.041259765625, pairs: 15, exact: true });
    expect(wilcoxonSignedRank(differences, zeros(15), { alternative: "greater" })).toMatchObject({
      statistic: 96,
      p: 0.0206298828125,
    });
  });

  it("leaves the exact distribution at zeros, at ties and beyond 50 differences", () => {
    expect(wilcoxonSignedRank([1, 2, 3], zeros(3)).exact).toBe(true);
    expect(wilcoxonSignedRank([1, 2, 0], zeros(3))).toMatchObject({ exact: false, pairs: 2 });
    expect(wilcoxonSignedRank([1, 2, -2], zeros(3)).exact).toBe(false);
    const many = Array.from({ length: 51 }, (_, i) => i + 1);
    expect(wilcoxonSignedRank(many, zeros(51)).exact).toBe(false);
    expect(wilcoxonSignedRank(many, zeros(51), { method: "exact" }).p).toBe(2 ** -50);
  });

  it("finds nothing between equal methods", () => {
    expect(wilcoxonSignedRank([1, 2], [1, 2])).toEqual({
      statistic: 0,
      z: 0,
      p: 1,
      pairs: 0,
      exact: false,
    });
  });

  it("says nothing two-sided of one pair, and a half one-sided", () => {
    expect(wilcoxonSignedRank([2], [1])).toMatchObject({ statistic: 0, p: 1, exact: true });
    expect(wilcoxonSignedRank([2], [1], { alternative: "greater" }).p).toBe(0.5);
    expect(wilcoxonSignedRank([2], [1], { alternative: "less" }).p).toBe(1);
  });

  it("swaps greater and less when the methods are swapped", () => {
    const [a, b] = [
      [0.9, 0.4, 0.7, 0.2],
      [0.5, 0.6, 0.1, 0.1],
    ];
    const p = (x: number[], y: number[], alternative: Alternative) =>
      wilcoxonSignedRank(x, y, { alternative }).p;
    expect(p(a, b, "greater")).toBe(p(b, a, "less"));
    expect(p(a, b, "two-sided")).toBe(p(b, a, "two-sided"));
  });

  it("refuses unequal lengths, no pair, scores that are not finite, unknown options, and exact with ties or zeros", () => {
    expect(() => wilcoxonSignedRank([1, 2], [1])).toThrow("a has 2 scores but b has 1");
    expect(() => wilcoxonSignedRank([], [])).toThrow("no pair to test");
    expect(() => wilcoxonSignedRank([Number.POSITIVE_INFINITY], [1])).toThrow("a[0] is Infinity");
    expect(() => wilcoxonSignedRank([1], [0], { method: "mc" as "auto" })).toThrow(
      'method is "mc"; expected one of auto, exact, approx',
    );
    expect(() => wilcoxonSignedRank([1, 1], [0, 0], { method: "exact" })).toThrow("zeros or ties");
    expect(() => wilcoxonSignedRank([1, 1], [0, 1], { method: "exact" })).toThrow("zeros or ties");
    expect(() => wilcoxonSignedRank([1], [0], { alternative: "up" as Alternative })).toThrow(
      'alternative is "up"',
    );
  });
});
