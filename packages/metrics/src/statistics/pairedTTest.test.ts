import { describe, expect, it } from "vitest";
import golden from "../../golden/statistics.json" with { type: "json" };
import { pairedTTest } from "./pairedTTest.js";

describe("pairedTTest", () => {
  it.each(golden.paired)("equals SciPy's ttest_rel, p $p", ({ a, b, t, p }) => {
    const test = pairedTTest(a, b);
    expect(test.t).toBeCloseTo(t, 10);
    expect(test.p).toBeCloseTo(p, 11);
    expect(test.df).toBe(a.length - 1);
  });

  it.each(golden.corrected)(
    "widens the variance by testTrainRatio $testTrainRatio",
    ({ a, b, testTrainRatio, t, p }) => {
      const test = pairedTTest(a, b, { testTrainRatio });
      expect(test.t).toBeCloseTo(t, 10);
      expect(test.p).toBeCloseTo(p, 11);
    },
  );

  it("changes sign, not p, when the methods are swapped", () => {
    const [a, b] = [
      [0.5, 0.75, 1],
      [0.25, 0.75, 0.5],
    ];
    const [there, back] = [pairedTTest(a, b), pairedTTest(b, a)];
    expect(there.meanDifference).toBe(0.25);
    expect([back.meanDifference, back.t, back.p]).toEqual([-0.25, -there.t, there.p]);
  });

  it("is certain of equal differences, and finds none between equal methods", () => {
    expect(pairedTTest([1, 1], [0.5, 0.5])).toMatchObject({ t: Number.POSITIVE_INFINITY, p: 0 });
    expect(pairedTTest([1, 2], [1, 2])).toMatchObject({ t: 0, p: 1 });
  });

  it("refuses unequal lengths, fewer than two pairs, scores that are not finite and a negative ratio", () => {
    expect(() => pairedTTest([1, 2], [1])).toThrow("a has 2 scores but b has 1");
    expect(() => pairedTTest([1], [1])).toThrow("1 pair to test");
    expect(() => pairedTTest([1, Number.NaN], [1, 2])).toThrow("a[1] is NaN");
    expect(() => pairedTTest([1, 2], [1, 3], { testTrainRatio: -1 })).toThrow(
      "testTrainRatio is -1",
    );
  });
});
