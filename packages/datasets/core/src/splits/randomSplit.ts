import { mersenne } from "pure-rand/generator/mersenne";
import { fractionsInOrder } from "./fractionsInOrder.js";
import { refuseEmptyParts } from "./refuseEmptyParts.js";
import type { SplitFractions } from "./SplitFractions.js";
import type { SplitIndices } from "./SplitIndices.js";
import { shuffledIndices } from "./shuffledIndices.js";

/**
 * Splits n examples at random, whatever their labels. Each part has less than one example more or fewer than
 * `n · fraction` (largest remainders get the examples left over). The same seed gives the same split.
 *
 * @throws DatasetError when a fraction is not above 0, the fractions do not add up to 1, or a part is empty.
 */
export function randomSplit(n: number, fractions: SplitFractions, seed: number): SplitIndices {
  const [train = 0, validation = 0] = partSizes(n, fractionsInOrder(fractions));
  const order = shuffledIndices(n, mersenne(seed));
  const part = (from: number, to?: number) => order.slice(from, to).sort((a, b) => a - b);
  return refuseEmptyParts({
    train: part(0, train),
    validation: part(train, train + validation),
    test: part(train + validation),
  });
}

function partSizes(n: number, shares: readonly number[]): number[] {
  const sizes = shares.map((share) => Math.floor(n * share));
  const left = n - sizes.reduce((total, size) => total + size, 0);
  const byRemainder = shares
    .map((share, part) => ({ part, remainder: (n * share) % 1 }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { part } of byRemainder.slice(0, left)) sizes[part] = (sizes[part] ?? 0) + 1;
  return sizes;
}
