import { pairedTTest } from "@sigf1/metrics";
import type { SeedValues } from "./SeedValues.js";

/** By so much the differences of two figures can differ without meaning it. */
const ROUNDING = 1e-12;

/**
 * The p-value of "`a` is better than `b`", paired by seed: Nadeau and Bengio's corrected t-test, two-sided, over the
 * seeds that both have. 1 where fewer than three seeds are shared (two say too little of the spread), where all differ by
 * the same (there is no spread to test against: both are deterministic, on a fixed split), or where the shared seeds do not
 * favour `a`.
 */
export function advantage(
  a: SeedValues,
  b: SeedValues,
  options: { readonly better: "high" | "low"; readonly testTrainRatio: number },
): number {
  const seeds = [...a.keys()].filter((seed) => b.has(seed));
  if (seeds.length < 3) return 1;
  // Both maps have every key of `seeds`.
  const left = seeds.map((seed) => a.get(seed)!);
  const right = seeds.map((seed) => b.get(seed)!);
  const differences = left.map((value, i) => value - right[i]!);
  const difference = differences.reduce((sum, value) => sum + value, 0);
  const inFavour = options.better === "high" ? difference > 0 : difference < 0;
  const spread = Math.max(...differences) - Math.min(...differences);
  return inFavour && spread > ROUNDING
    ? pairedTTest(left, right, { testTrainRatio: options.testTrainRatio }).p
    : 1;
}
