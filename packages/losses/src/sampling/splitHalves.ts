/**
 * Each chain as two, its first half and its last; of an odd number of draws the one in the middle is left out.
 * So a chain that still moves differs from itself.
 */
export function splitHalves(chains: readonly (readonly number[])[]): (readonly number[])[] {
  return chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.slice(0, half), chain.slice(chain.length - half)];
  });
}
