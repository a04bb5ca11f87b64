import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/**
 * A source of independent standard normal numbers (Marsaglia's polar method). The uniform numbers behind them
 * are the same on every platform; an engine's `Math.log` may differ in the last bit.
 */
export function standardNormals(generator: RandomGenerator): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const normal = spare;
      spare = undefined;
      return normal;
    }
    for (;;) {
      const x = 2 * uniformFloat64(generator) - 1;
      const y = 2 * uniformFloat64(generator) - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
}
