import { checkFinite } from "./checkFinite.js";
import { sampleVariance } from "./sampleVariance.js";
import { studentTQuantile } from "./studentTQuantile.js";

export interface MeanIntervalOptions {
  /** Probability with which the interval covers the true mean, in (0, 1); default 0.95. */
  readonly level?: number;
}

/** The interval mean ± halfWidth. */
export interface MeanInterval {
  readonly mean: number;
  /** In the values' unit; NaN for a single value, which tells nothing of the spread. */
  readonly halfWidth: number;
}

/**
 * The Student-t confidence interval of the mean of n values: x̄ ± t_{(1+level)/2, n−1} · s/√n.
 * @throws RangeError when there is no value, a value is not finite, or the level is outside (0, 1)
 */
export function meanInterval(
  values: ArrayLike<number>,
  { level = 0.95 }: MeanIntervalOptions = {},
): MeanInterval {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`level is ${level}; expected a number above 0 and below 1`);
  }
  const n = values.length;
  if (n === 0) throw new RangeError("no value to average; expected at least one");
  checkFinite(values, "values");
  const { mean, variance } = sampleVariance(values);
  const halfWidth =
    n === 1 ? Number.NaN : studentTQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n);
  return { mean, halfWidth };
}
