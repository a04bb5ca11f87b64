import { pooledVariance } from "./pooledVariance.js";
import { splitHalves } from "./splitHalves.js";

/**
 * Split-R̂ of one parameter: √(var⁺ / W), with every chain split in half. Near 1 where the chains agree with
 * each other and with themselves; above 1.01 they have not (yet) mixed. NaN of fewer than four draws a chain,
 * or where nothing moves.
 * @param chains draws of each chain, in their order; as many from each
 * @see Gelman et al.: Bayesian Data Analysis (3rd ed., 2013), section 11.4
 */
export function splitRHat(chains: readonly (readonly number[])[]): number {
  const { within, pooled } = pooledVariance(splitHalves(chains));
  return Math.sqrt(pooled / within);
}
