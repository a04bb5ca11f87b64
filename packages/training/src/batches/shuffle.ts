import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** Puts the entries in random order, in place (Fisher and Yates). */
export function shuffle(order: Uint32Array, generator: RandomGenerator): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    const kept = order[i]!; // i and j are within the array
    order[i] = order[j]!;
    order[j] = kept;
  }
}
