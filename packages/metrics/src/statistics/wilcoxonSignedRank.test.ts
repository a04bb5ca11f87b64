import fc from "fast-check";
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

  it("leaves the exact distribution beyond 50 differences that are not 0", () => {
    const many = Array.from({ length: 51 }, (_, i) => i + 1);
    expect(wilcoxonSignedRank(many, zeros(51)).exact).toBe(false);
    expect(wilcoxonSignedRank(many, zeros(51), { method: "exact" }).p).toBe(2 ** -50);
    expect(wilcoxonSignedRank([0, ...many.slice(1)], zeros(51))).toMatchObject({
      pairs: 50,
      exact: true,
    });
  });

  it("cannot reject at 0.05 from five pairs, whatever their ties: all of one sign have p 2/2⁵", () => {
    for (const differences of [
      [1, 2, 3, 4, 5],
      [1, 1, 2, 3, 4],
      [1, 1, 1, 1, 1],
      [2, 2, 1, 1, 1],
    ]) {
      expect(wilcoxonSignedRank(differences, zeros(5)).p).toBe(1 / 16);
    }
    expect(wilcoxonSignedRank([1, 1, 2, 3, 4], zeros(5), { method: "approx" }).p).toBeLessThan(
      0.05,
    );
  });

  it("rejects interchangeable methods at most as often as α says, whatever the ties", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 }),
        (sizes) => {
          const n = sizes.length;
          const ps = Array.from({ length: 2 ** n }, (_, signs) =>
            sizes.map((size, i) => ((signs >> i) & 1 ? size : -size)),
          ).map((differences) => wilcoxonSignedRank(differences, zeros(n)).p);
          for (const alpha of ps) {
            const share = ps.filter((p) => p <= alpha).length / ps.length;
            expect(share).toBeLessThanOrEqual(alpha);
          }
        },
      ),
    );
  });

  it("finds nothing between equal methods", () => {
    const nothing = { statistic: 0, p: 1, pairs: 0 };
    expect(wilcoxonSignedRank([1, 2], [1, 2])).toMatchObject({ ...nothing, exact: true });
    expect(wilcoxonSignedRank([1, 2], [1, 2], { method: "approx" })).toEqual({
      ...nothing,
      z: 0,
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

  it("refuses unequal lengths, no pair, scores that are not finite and unknown options", () => {
    expect(() => wilcoxonSignedRank([1, 2], [1])).toThrow("a has 2 scores but b has 1");
    expect(() => wilcoxonSignedRank([], [])).toThrow("no pair to test");
    expect(() => wilcoxonSignedRank([Number.POSITIVE_INFINITY], [1])).toThrow("a[0] is Infinity");
    expect(() => wilcoxonSignedRank([1], [0], { method: "mc" as "auto" })).toThrow(
      'method is "mc"; expected one of auto, exact, approx',
    );
    expect(() => wilcoxonSignedRank([1], [0], { alternative: "up" as Alternative })).toThrow(
      'alternative is "up"',
    );
  });
});
