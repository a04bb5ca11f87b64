import type { Alternative } from "./Alternative.js";
import { checkAlternative } from "./checkAlternative.js";
import { midranks } from "./midranks.js";
import { normalCdf } from "./normalCdf.js";
import { pairedDifferences } from "./pairedDifferences.js";
import { signedRankDistribution } from "./signedRankDistribution.js";

export interface WilcoxonSignedRankOptions {
  /** What the test looks for; default `two-sided`. */
  readonly alternative?: Alternative;
  /**
   * How p is found: from the exact distribution, which needs differences without zeros and ties; from its normal
   * `approx`imation; or `auto` (default): exact for up to 50 differences without zeros and ties.
   */
  readonly method?: "auto" | "exact" | "approx";
}

export interface WilcoxonSignedRank {
  /** Sum of the ranks of the positive differences; for `two-sided` the smaller of it and that of the negative ones. */
  readonly statistic: number;
  /** The statistic in standard deviations from its mean; NaN where p is exact, 0 where all differences are 0. */
  readonly z: number;
  /** p-value in [0, 1]. */
  readonly p: number;
  /** Number of differences that are not 0. */
  readonly pairs: number;
  /** Whether p comes from the exact distribution. */
  readonly exact: boolean;
}

/** Most differences with an exact p under `auto`, SciPy's bound since 1.9. */
const EXACT = 50;

/**
 * Wilcoxon's signed-rank test (1945) that paired differences a − b are symmetric about 0. Differences of 0 are left out,
 * the others ranked by their absolute values, ties sharing the mean rank. The normal approximation has variance
 * (n(n + 1)(2n + 1) − ½ Σ(t³ − t))/24 over the groups of t ties, and no continuity correction.
 *
 * Equals SciPy 1.10's `wilcoxon(a, b, zero_method="wilcox")`, but for two cases that it gets wrong or refuses: up
 * to 50 differences with ties, for which SciPy takes the distribution without ties (here the approximation), and
 * differences that are all 0, for which SciPy raises (here p is 1).
 *
 * Scores that rounding has moved apart are not tied: round differences that should be equal.
 * @param a scores of one method, one per data set, split or seed
 * @param b scores of the other on the same ones
 * @throws RangeError when the lengths differ, there is no pair, a score is not finite, an option has an unknown value, or
 * `exact` is asked for differences with zeros or ties
 */
export function wilcoxonSignedRank(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { alternative = "two-sided", method = "auto" }: WilcoxonSignedRankOptions = {},
): WilcoxonSignedRank {
  checkAlternative(alternative);
  if (method !== "auto" && method !== "exact" && method !== "approx") {
    throw new RangeError(`method is "${method}"; expected one of auto, exact, approx`);
  }
  const all = pairedDifferences(a, b, 1);
  const differences = all.filter((difference) => difference !== 0);
  const n = differences.length;
  const { ranks, tieTerm } = midranks(differences.map(Math.abs));
  const clean = n === all.length && tieTerm === 0;
  if (method === "exact" && !clean) {
    throw new RangeError(
      "the differences have zeros or ties, for which there is no exact distribution; expected none, or method approx",
    );
  }
  const exact = method === "exact" || (method === "auto" && clean && n <= EXACT);
  const rankSum = (n * (n + 1)) / 2;
  // ranks has n entries.
  const positive = differences.reduce((sum, d, i) => (d > 0 ? sum + ranks[i]! : sum), 0);
  const statistic = alternative === "two-sided" ? Math.min(positive, rankSum - positive) : positive;
  if (exact) {
    return { statistic, z: Number.NaN, p: exactP(positive, n, alternative), pairs: n, exact };
  }
  const variance = (n * (n + 1) * (2 * n + 1) - tieTerm / 2) / 24;
  const z = n === 0 ? 0 : (statistic - rankSum / 2) / Math.sqrt(variance);
  return { statistic, z, p: normalP(z, alternative), pairs: n, exact };
}

function exactP(positive: number, n: number, alternative: Alternative): number {
  const distribution = signedRankDistribution(n);
  const total = (probabilities: Float64Array) => probabilities.reduce((sum, p) => sum + p, 0);
  const less = total(distribution.subarray(0, positive + 1));
  const greater = total(distribution.subarray(positive));
  const p = { less, greater, "two-sided": 2 * Math.min(less, greater) }[alternative];
  return Math.min(1, p);
}

function normalP(z: number, alternative: Alternative): number {
  return { less: normalCdf(z), greater: normalCdf(-z), "two-sided": 2 * normalCdf(-Math.abs(z)) }[
    alternative
  ];
}
