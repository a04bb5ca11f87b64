import { effectiveSampleSize } from "../sampling/effectiveSampleSize.js";
import { meanAndVariance } from "../sampling/meanAndVariance.js";

/** Mean and standard deviation of the draws of one parameter, and the effective sample size of the mean. */
export function sampleMoments(chains: readonly (readonly number[])[]): {
  mean: number;
  sd: number;
  ess: number;
} {
  const { mean, variance } = meanAndVariance(chains.flat());
  return { mean, sd: Math.sqrt(variance), ess: effectiveSampleSize(chains) };
}
