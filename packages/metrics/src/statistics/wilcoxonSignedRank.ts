import { checkedOptions } from "../checks/checkedOptions.js";
import { checkOneOf } from "../checks/checkOneOf.js";
import { type Alternative, alternatives } from "./Alternative.js";
import { midranks } from "./midranks.js";
import { normalCdf } from "./normalCdf.js";
import { pairedDifferences } from "./pairedDifferences.js";
import { signedRankDistribution } from "./signedRankDistribution.js";

export interface WilcoxonSignedRankOptions {
  /** What the test looks for; default `two-sided`. */
  readonly alternative?: Alternative;
  /**
   * How p is found: from the `exact` distribution, in O(n³) for n differences; from its normal `approx`imation; or `auto`
   * (default): exact for up to 50 differences that are not 0.
   */
  readonly method?: "auto" | "exact" | "approx";
}

export interface WilcoxonSignedRank {
  /** Sum of the ranks of the positive differences; for `two-sided` the smaller of it and that of the negative ones. */
  readonly statistic: number;
  /** The statistic in standard deviations from its mean; NaN where p is exact; 0 for the approximation where all differences are 0. */
  readonly z: number;
  /** p-value in [0, 1]. */
  readonly p: number;
  /** Number of differences that are not 0. */
  readonly pairs: number;
  /** Whether p comes from the exact distribution. */
  readonly exact: boolean;
}

/** Most differences with an exact p under `auto`, SciPy's bound since 1.9 for those without ties. */
const EXACT = 50;

/**
 * Wilcoxon's signed-rank test (1945) that paired differences a − b are symmetric about 0. Differences of 0 are left out,
 * the others ranked by their absolute values, ties sharing the mean rank. The exact distribution is that over all choices
 * of the ranks' signs, given the ties. The normal approximation has variance (n(n + 1)(2n + 1) − ½ Σ(t³ − t))/24 over the
 * groups of t ties, and no continuity correction; with few differences it finds too much: five of one sign with a tie have
 * p 0.042 by it, and 1/16 exactly.
 *
 * Equals SciPy 1.10's `wilcoxon(a, b, zero_method="wilcox")`, but for up to 50 differences with ties or zeros, for which
 * SciPy takes the distribution without ties or the approximation, and differences that are all 0, for which it raises
 * (here p is 1).
 *
 * Scores that rounding has moved apart are not tied: round differences that should be equal.
 * @param a scores of one method, one per data set, split or seed
 * @param b scores of the other on the same ones
 * @throws RangeError when the lengths differ, there is no pair, a score is not finite, or an option has an unknown value
 */
export function wilcoxonSignedRank(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: WilcoxonSignedRankOptions = {},
): WilcoxonSignedRank {
  const { alternative = "two-sided", method = "auto" } = checkedOptions(
    options,
    "alternative",
    "method",
  );
  checkOneOf("alternative", alternative, alternatives);
  checkOneOf("method", method, ["auto", "exact", "approx"]);
  const differences = pairedDifferences(a, b, 1).filter((difference) => difference !== 0);
  const n = differences.length;
  const { ranks, tieTerm } = midranks(differences.map(Math.abs));
  const exact = method === "exact" || (method === "auto" && n <= EXACT);
  const rankSum = (n * (n + 1)) / 2;
  // ranks has n entries.
  const positive = differences.reduce((sum, d, i) => (d > 0 ? sum + ranks[i]! : sum), 0);
  const statistic = alternative === "two-sided" ? Math.min(positive, rankSum - positive) : positive;
  if (exact) {
    return { statistic, z: Number.NaN, p: exactP(positive, ranks, alternative), pairs: n, exact };
  }
  const variance = (n * (n + 1) * (2 * n + 1) - tieTerm / 2) / 24;
  const z = n === 0 ? 0 : (statistic - rankSum / 2) / Math.sqrt(variance);
  return { statistic, z, p: normalP(z, alternative), pairs: n, exact };
}

function exactP(positive: number, ranks: Float64Array, alternative: Alternative): number {
  const distribution = signedRankDistribution(ranks);
  const total = (probabilities: Float64Array) => probabilities.reduce((sum, p) => sum + p, 0);
  const less = total(distribution.subarray(0, 2 * positive + 1));
  const greater = total(distribution.subarray(2 * positive));
  const p = { less, greater, "two-sided": 2 * Math.min(less, greater) }[alternative];
  return Math.min(1, p);
}

function normalP(z: number, alternative: Alternative): number {
  return { less: normalCdf(z), greater: normalCdf(-z), "two-sided": 2 * normalCdf(-Math.abs(z)) }[
    alternative
  ];
}
