import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { notNegative, openUnitInterval } from "../checks/NumberKind.js";
import { checkFinite } from "./checkFinite.js";
import { sampleVariance } from "./sampleVariance.js";
import { studentTQuantile } from "./studentTQuantile.js";

export interface MeanIntervalOptions {
  /** Probability with which the interval covers the true mean, in (0, 1); default 0.95. */
  readonly level?: number;
  /**
   * Test examples over training examples of each split, where the values come from resampled splits of one data set;
   * default 0, which is the plain interval for independent values.
   */
  readonly testTrainRatio?: number;
}

/** The interval mean ± halfWidth. */
export interface MeanInterval {
  readonly mean: number;
  /** In the values' unit; NaN for a single value, which tells nothing of the spread. */
  readonly halfWidth: number;
}

/**
 * The Student-t confidence interval of the mean of n values: x̄ ± t_{(1+level)/2, n−1} · s·√(1/n + testTrainRatio).
 *
 * Splits drawn from one data set share training examples, so their values are not independent and s/√n is too narrow.
 * The term `testTrainRatio` is the correction of Nadeau & Bengio, Machine Learning 52 (2003).
 * @throws RangeError when there is no value, a value is not finite, the level is outside (0, 1), or the ratio is negative
 * or not finite
 */
export function meanInterval(
  values: ArrayLike<number>,
  options: MeanIntervalOptions = {},
): MeanInterval {
  const { level = 0.95, testTrainRatio = 0 } = checkedOptions(options, "level", "testTrainRatio");
  checkNumber("level", level, openUnitInterval);
  checkNumber("testTrainRatio", testTrainRatio, notNegative);
  checkFinite(values, "values");
  const n = values.length;
  if (n === 0) throw new RangeError("no value to average; expected at least one");
  const { mean, variance } = sampleVariance(values);
  const halfWidth =
    n === 1
      ? Number.NaN
      : studentTQuantile((1 + level) / 2, n - 1) * Math.sqrt((1 / n + testTrainRatio) * variance);
  return { mean, halfWidth };
}
