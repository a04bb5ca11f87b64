import { quantile } from "../../statistics/quantile.js";
import { meanOf } from "./meanOf.js";

/** Interquartile range of the standard normal distribution. */
const NORMAL_RANGE = 1.34;

/**
 * The standard deviation of a Gaussian kernel by Silverman's rule: 0.9 · min(sd, IQR/1.34) · n^(−1/5), and by sd alone
 * where half of the values are equal.
 * @param values at least two different ones
 * @see Silverman: Density Estimation for Statistics and Data Analysis (1986), equation 3.31
 */
export function kernelWidth(values: readonly number[]): number {
  const mean = meanOf(values);
  const deviation = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
  const sorted = [...values].sort((a, b) => a - b);
  const range = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / NORMAL_RANGE;
  return 0.9 * (range > 0 ? Math.min(deviation, range) : deviation) * values.length ** -0.2;
}
