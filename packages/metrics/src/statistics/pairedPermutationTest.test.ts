import { describe, expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import type { Alternative } from "./Alternative.js";
import { alternatives } from "./Alternative.js";
import { pairedPermutationTest } from "./pairedPermutationTest.js";
import { seededWords } from "./seededWords.js";

const zeros = (n: number) => new Float64Array(n);

describe("pairedPermutationTest", () => {
  it("equals SciPy's permutation_test over all choices of signs", () => {
    expect(golden.permutation).toHaveLength(5);
    for (const { a, b, p } of golden.permutation) {
      for (const alternative of alternatives) {
        const test = pairedPermutationTest(a, b, { alternative });
        expect(test.p, `${a.length} pairs, ${alternative}`).toBeCloseTo(p[alternative], 12);
        expect(test.exact).toBe(true);
      }
    }
  });

  it("counts the choices of signs: of 1, 2, 3 the sum 6 is reached once, 4 or more twice", () => {
    const p = (a: number[], alternative: Alternative) =>
      pairedPermutationTest(a, zeros(3), { alternative }).p;
    expect(p([1, 2, 3], "greater")).toBe(1 / 8);
    expect(p([-1, 2, 3], "greater")).toBe(2 / 8);
    expect(p([-1, 2, 3], "two-sided")).toBe(4 / 8);
    expect(p([1, 2, 3], "less")).toBe(1);
  });

  it("is not misled by rounding: differences equal in decimals tie", () => {
    // 0.3 − 0.1 and 0.2 − 0 are not the same in binary.
    const test = pairedPermutationTest([0.3, 0.1], [0.1, 0.3]);
    expect(test.p).toBe(1);
    expect(pairedPermutationTest([0.3, 0.2, 0], [0.1, 0, 0.2], { alternative: "greater" }).p).toBe(
      4 / 8,
    );
  });

  it("leaves out differences of 0, which keeps long lists exact", () => {
    const a = [...zeros(500), 1, 2];
    expect(pairedPermutationTest(a, zeros(502))).toEqual({
      meanDifference: 3 / 502,
      p: 0.5,
      permutations: 4,
      exact: true,
    });
  });

  it("finds nothing between equal methods nor in a single pair", () => {
    expect(pairedPermutationTest([1, 2], [1, 2])).toMatchObject({ meanDifference: 0, p: 1 });
    expect(pairedPermutationTest([1], [0]).p).toBe(1);
    expect(pairedPermutationTest([1], [0], { alternative: "greater" }).p).toBe(0.5);
  });

  it("tries random signs beyond 16 differences, near the exact p and the same for the same seed", () => {
    const a = Float64Array.from({ length: 17 }, (_, i) => (i % 3 === 0 ? -1 : 1) * (i + 1));
    const random = pairedPermutationTest(a, zeros(17), { permutations: 40_000 });
    expect(random).toMatchObject({ exact: false, permutations: 40_000 });
    // All 2¹⁷ choices, one sign more than the exact test would try.
    let extreme = 0;
    for (let signs = 0; signs < 2 ** 17; signs++) {
      let sum = 0;
      a.forEach((value, i) => {
        sum += (signs >> i) & 1 ? value : -value;
      });
      if (Math.abs(sum) >= Math.abs(a.reduce((total, value) => total + value, 0))) extreme++;
    }
    const exact = extreme / 2 ** 17;
    expect(Math.abs(random.p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 40_000));
    expect(pairedPermutationTest(a, zeros(17), { permutations: 40_000 })).toEqual(random);
    expect(pairedPermutationTest(a, zeros(17), { permutations: 40_000, seed: 1 }).p).not.toBe(
      random.p,
    );
  });

  it("never gives 0 for random signs", () => {
    const ones = new Float64Array(60).fill(1);
    expect(pairedPermutationTest(ones, zeros(60), { permutations: 999 }).p).toBe(1 / 1000);
  });

  it("gives uniform p-values where the methods are interchangeable", () => {
    const next = seededWords(12);
    const uniform = () => next() / 2 ** 32;
    const ps = Array.from({ length: 2000 }, (_, seed) => {
      const a = Float64Array.from({ length: 20 }, uniform);
      const b = Float64Array.from({ length: 20 }, uniform);
      return pairedPermutationTest(a, b, { permutations: 199, seed }).p;
    });
    for (const alpha of [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9]) {
      const share = ps.filter((p) => p <= alpha).length / ps.length;
      expect(Math.abs(share - alpha), `p ≤ ${alpha}`).toBeLessThan(
        4 * Math.sqrt((alpha * (1 - alpha)) / ps.length),
      );
    }
  });

  it("refuses unequal lengths, no pair, scores that are not finite and unknown options", () => {
    expect(() => pairedPermutationTest([1, 2], [1])).toThrow("a has 2 scores but b has 1");
    expect(() => pairedPermutationTest([], [])).toThrow("no pair to test; expected at least one");
    expect(() => pairedPermutationTest([1], [Number.NaN])).toThrow("b[0] is NaN");
    expect(() => pairedPermutationTest([1], [1], { permutations: 0 })).toThrow("permutations is 0");
    expect(() => pairedPermutationTest([1], [1], { alternative: "more" as Alternative })).toThrow(
      'alternative is "more"; expected one of two-sided, greater, less',
    );
  });
});
