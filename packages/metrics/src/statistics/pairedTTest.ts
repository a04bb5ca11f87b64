import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { notNegative } from "../checks/NumberKind.js";
import { pairedDifferences } from "./pairedDifferences.js";
import { sampleVariance } from "./sampleVariance.js";
import { studentTCdf } from "./studentTCdf.js";

export interface PairedTTestOptions {
  /**
   * Test examples over training examples of each split, where the pairs come from resampled splits of one data set;
   * default 0, which is the plain test for independent pairs.
   */
  readonly testTrainRatio?: number;
}

export interface PairedTTest {
  /** Mean of a − b. */
  readonly meanDifference: number;
  /** The test statistic; ±Infinity when all differences are the same and not 0, 0 when all are 0. */
  readonly t: number;
  /** Degrees of freedom, n − 1. */
  readonly df: number;
  /** Two-sided p-value in [0, 1]. */
  readonly p: number;
}

/**
 * The two-sided paired t-test of equal means: t = d̄/√((1/n + testTrainRatio) s²) with n − 1 degrees of freedom.
 *
 * Splits drawn from one data set share training examples, so their scores are not independent and the plain test finds
 * differences too often. The term `testTrainRatio` is the correction of Nadeau & Bengio, Machine Learning 52 (2003).
 * @param a scores of one method, one per split or seed
 * @param b scores of the other on the same splits or seeds
 * @throws RangeError when the lengths differ, there are fewer than two pairs, a score is not finite, or the ratio is
 * negative or not finite
 */
export function pairedTTest(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: PairedTTestOptions = {},
): PairedTTest {
  const { testTrainRatio = 0 } = checkedOptions(options, "testTrainRatio");
  const differences = pairedDifferences(a, b, 2);
  checkNumber("testTrainRatio", testTrainRatio, notNegative);
  const n = differences.length;
  const { mean, variance } = sampleVariance(differences);
  const t = mean === 0 ? 0 : mean / Math.sqrt((1 / n + testTrainRatio) * variance);
  return { meanDifference: mean, t, df: n - 1, p: 2 * studentTCdf(-Math.abs(t), n - 1) };
}
