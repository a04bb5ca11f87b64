import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** 0 … n − 1 in random order (Fisher–Yates), every order equally likely. */
export function shuffledIndices(n: number, generator: RandomGenerator): number[] {
  const order = Array.from({ length: n }, (_, index) => index);
  // Both positions are below n.
  for (let last = n - 1; last > 0; last--) {
    const chosen = uniformInt(generator, 0, last);
    const kept = order[last]!;
    order[last] = order[chosen]!;
    order[chosen] = kept;
  }
  return order;
}
