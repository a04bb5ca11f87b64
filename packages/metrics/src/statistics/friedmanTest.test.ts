import { describe, expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import { friedmanTest } from "./friedmanTest.js";

describe("friedmanTest", () => {
  it.each(golden.friedman)("equals SciPy's friedmanchisquare on $name", (expected) => {
    const test = friedmanTest(expected.scores);
    const [n, k] = [expected.scores.length, expected.meanRanks.length];
    expect(test.chiSquare).toBeCloseTo(expected.chiSquare, 10);
    expect(test.p).toBeCloseTo(expected.p, 12);
    expect(test.f).toBeCloseTo(expected.f, 9);
    expect(test.fP).toBeCloseTo(expected.fP, 12);
    expect([test.df, ...test.fDf]).toEqual([k - 1, k - 1, (k - 1) * (n - 1)]);
    test.meanRanks.forEach((rank, j) => {
      expect(rank).toBeCloseTo(expected.meanRanks[j] ?? Number.NaN, 12);
    });
  });

  it("gives the mean ranks that Demšar prints", () => {
    const scores = golden.friedman[0]?.scores ?? [];
    const ranks = Array.from(friedmanTest(scores).meanRanks, (rank) => rank.toFixed(3));
    expect(ranks).toEqual(["3.143", "2.000", "2.893", "1.964"]);
  });

  it("ranks losses the other way round, with the same statistic", () => {
    const scores = [
      [1, 2, 3],
      [4, 6, 5],
    ];
    const losses = friedmanTest(scores, { higherIsBetter: false });
    expect([...losses.meanRanks]).toEqual([1, 2.5, 2.5]);
    expect([...friedmanTest(scores).meanRanks]).toEqual([3, 1.5, 1.5]);
    expect(losses.chiSquare).toBe(friedmanTest(scores).chiSquare);
  });

  it("takes a matrix as it takes arrays", () => {
    const data = Float32Array.of(1, 2, 3, 4, 6, 5, 0, 1, 1);
    const rows = [0, 3, 6].map((from) => data.subarray(from, from + 3));
    expect(friedmanTest({ rows: 3, cols: 3, data })).toEqual(friedmanTest(rows));
  });

  it("finds nothing between methods that are equal everywhere", () => {
    const test = friedmanTest([
      [1, 1, 1],
      [2, 2, 2],
    ]);
    expect(test).toMatchObject({ chiSquare: 0, p: 1, f: 0, fP: 1 });
    expect([...test.meanRanks]).toEqual([2, 2, 2]);
  });

  it("is largest where all data sets rank alike: χ² = N(k − 1) and F infinite", () => {
    const test = friedmanTest(Array.from({ length: 7 }, () => [3, 2, 1, 0]));
    expect(test).toMatchObject({ chiSquare: 21, f: Number.POSITIVE_INFINITY, fP: 0 });
    // Two methods that tie for the first place everywhere agree as well.
    const tied = friedmanTest(Array.from({ length: 7 }, () => [3, 3, 0]));
    expect(tied.chiSquare).toBeCloseTo(14, 12);
    expect(tied.f).toBe(Number.POSITIVE_INFINITY);
  });

  it("has no F for a single row", () => {
    expect(friedmanTest([[1, 2, 3]])).toMatchObject({
      chiSquare: 2,
      f: Number.NaN,
      fP: Number.NaN,
    });
  });

  it("refuses no rows, one method, ragged rows and scores that are not finite", () => {
    expect(() => friedmanTest([])).toThrow("scores has 0 rows and 0 methods");
    expect(() => friedmanTest([[1], [2]])).toThrow("scores has 2 rows and 1 methods");
    expect(() => friedmanTest([[1, 2], [1]])).toThrow(
      "scores[1] has 1 entries but scores[0] has 2",
    );
    expect(() => friedmanTest([[1, Number.NaN]])).toThrow("scores[0][1] is NaN");
    expect(() => friedmanTest({ rows: 2, cols: 2, data: new Float32Array(3) })).toThrow(
      "scores has 3 entries",
    );
  });
});
