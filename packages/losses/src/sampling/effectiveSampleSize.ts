import { meanAndVariance } from "./meanAndVariance.js";
import { pooledVariance } from "./pooledVariance.js";
import { splitHalves } from "./splitHalves.js";

/**
 * The effective sample size of the mean of one parameter, as Stan defines it: m·n / τ of m split chains of n draws,
 * where τ = 1 + 2·Σ ρ_t sums the autocorrelations ρ_t = 1 − (W − mean autocovariance at lag t) / var⁺ by Geyer's
 * initial monotone sequence: in pairs, while their sum is positive, and no sum above the one before. Where these sums
 * stay positive to the end of the split chains all of them count, up to lag n − 2 at most; there Stan, and R's
 * posterior, may stop a pair earlier and weigh the last pair otherwise. At most m·n·log₁₀(m·n). NaN of fewer than four
 * draws a chain, or where nothing moves.
 * @param chains draws of each chain, in their order; as many from each
 * @see Vehtari, Gelman, Simpson, Carpenter, Bürkner: Rank-normalization, folding, and localization (2021), section 3.2
 * @see Geyer: Practical Markov chain Monte Carlo (1992), section 3.3
 */
export function effectiveSampleSize(chains: readonly (readonly number[])[]): number {
  const halves = splitHalves(chains);
  const n = halves[0]?.length ?? 0;
  const { within, pooled } = pooledVariance(halves);
  const centred = halves.map((chain) => {
    const { mean } = meanAndVariance(chain);
    return chain.map((x) => x - mean);
  });
  const correlation = (lag: number) => {
    const covariances = centred.map((chain) => autocovariance(chain, lag));
    return 1 - (within - meanAndVariance(covariances).mean) / pooled;
  };
  let previous = 1 + correlation(1);
  let tau = -1 + 2 * previous;
  let lag = 2;
  for (; lag < n - 2; lag += 2) {
    const pair = correlation(lag) + correlation(lag + 1);
    if (!(pair > 0)) break;
    previous = Math.min(previous, pair);
    tau += 2 * previous;
  }
  // What is left of an antithetic chain's last pair, which ends in a negative term.
  if (lag < n - 2) tau += Math.max(0, correlation(lag));
  const total = halves.length * n;
  return total / Math.max(tau, 1 / Math.log10(total));
}

function autocovariance(centred: readonly number[], lag: number): number {
  let sum = 0;
  // both indices are below the length
  for (let i = lag; i < centred.length; i++) sum += centred[i]! * centred[i - lag]!;
  return sum / centred.length;
}
