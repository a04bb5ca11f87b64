import type { CountScaling } from "./CountScaling.js";

/**
 * Fits {@link CountScaling} by least squares. Estimates that fall as the counts rise, or that are all equal, tell
 * nothing: the slope is then 0 and the offset the mean count.
 * @param estimates an estimate n̂ for each example, at least one
 * @param counts the examples' numbers of labels
 */
export function fitCountScaling(
  estimates: ArrayLike<number>,
  counts: ArrayLike<number>,
): CountScaling {
  const estimate = mean(estimates);
  const count = mean(counts);
  let [covariance, variance] = [0, 0];
  // Both have one entry per example.
  for (let i = 0; i < counts.length; i++) {
    const deviation = estimates[i]! - estimate;
    covariance += deviation * (counts[i]! - count);
    variance += deviation * deviation;
  }
  const slope = covariance > 0 ? covariance / variance : 0;
  return { slope, offset: count - slope * estimate };
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
