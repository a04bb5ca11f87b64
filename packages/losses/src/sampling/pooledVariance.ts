import { meanAndVariance } from "./meanAndVariance.js";

/**
 * W, the mean variance within chains of n draws, and var⁺ = (n − 1)/n · W + B/n, the estimate of the marginal
 * variance, where B/n is the variance of the chains' means.
 */
export function pooledVariance(chains: readonly (readonly number[])[]): {
  within: number;
  pooled: number;
} {
  const n = chains[0]?.length ?? 0;
  const each = chains.map(meanAndVariance);
  const within = meanAndVariance(each.map(({ variance }) => variance)).mean;
  const between = meanAndVariance(each.map(({ mean }) => mean)).variance;
  return { within, pooled: ((n - 1) / n) * within + between };
}
