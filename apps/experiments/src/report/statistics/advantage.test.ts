import { expect, test } from "vitest";
import { advantage } from "./advantage.js";
import type { SeedValues } from "./SeedValues.js";

const bySeed = (...values: number[]): SeedValues => new Map(values.map((value, i) => [i, value]));
const high = { better: "high", testTrainRatio: 0 } as const;

test("advantage is the two-sided p of the paired t-test: t = 2√3 with 2 degrees of freedom", () => {
  // Differences 1, 2, 3: mean 2, standard deviation 1, t = 2√3; p = 1 − t/√(2 + t²) for 2 degrees of freedom.
  const t = 2 * Math.sqrt(3);
  expect(advantage(bySeed(2, 4, 6), bySeed(1, 2, 3), high)).toBeCloseTo(
    1 - t / Math.hypot(t, Math.SQRT2),
    9,
  );
});

test("advantage corrects by the test-train ratio: t = 2/√(1/3 + 1)", () => {
  const t = 2 / Math.sqrt(1 / 3 + 1);
  const p = advantage(bySeed(2, 4, 6), bySeed(1, 2, 3), { better: "high", testTrainRatio: 1 });
  expect(p).toBeCloseTo(1 - t / Math.hypot(t, Math.SQRT2), 9);
});

test("advantage pairs by seed, whatever the order of the rows and whichever seeds are missing", () => {
  const a = new Map([
    [3, 6],
    [1, 2],
    [2, 4],
    [7, 100],
  ]);
  const b = new Map([
    [1, 1],
    [2, 2],
    [3, 3],
    [8, -100],
  ]);
  expect(advantage(a, b, high)).toBeCloseTo(advantage(bySeed(2, 4, 6), bySeed(1, 2, 3), high), 12);
});

test("advantage is 1 with fewer than two shared seeds, for ties, and for the worse of two", () => {
  expect(advantage(bySeed(9), bySeed(1, 1), high)).toBe(1);
  expect(advantage(new Map(), bySeed(1, 1), high)).toBe(1);
  expect(advantage(bySeed(1, 2), bySeed(1, 2), high)).toBe(1);
  expect(advantage(bySeed(1, 2, 3), bySeed(2, 4, 6), high)).toBe(1);
});

test("advantage favours the lower values where low is better", () => {
  const low = { better: "low", testTrainRatio: 0 } as const;
  expect(advantage(bySeed(1, 2, 3), bySeed(2, 4, 6), low)).toBeLessThan(0.08);
  expect(advantage(bySeed(2, 4, 6), bySeed(1, 2, 3), low)).toBe(1);
});

test("advantage is 1 where nothing varies, as between deterministic rows on a fixed split", () => {
  expect(advantage(bySeed(0.7001, 0.7001, 0.7001), bySeed(0.7, 0.7, 0.7), high)).toBe(1);
  // 0.1, but for rounding.
  expect(advantage(bySeed(0.4, 0.7, 1.1), bySeed(0.3, 0.6, 1), high)).toBe(1);
  expect(advantage(bySeed(0.4, 0.7, 1.101), bySeed(0.3, 0.6, 1), high)).toBeLessThan(0.01);
});
