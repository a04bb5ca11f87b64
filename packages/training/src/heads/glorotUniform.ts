import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** A kernel [fanIn, fanOut] drawn uniformly from ±√(6/(fanIn + fanOut)) (Glorot and Bengio 2010). */
export function glorotUniform(
  fanIn: number,
  fanOut: number,
  generator: RandomGenerator,
): Float32Array {
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  const kernel = new Float32Array(fanIn * fanOut);
  for (let i = 0; i < kernel.length; i++) kernel[i] = (2 * uniformFloat64(generator) - 1) * limit;
  return kernel;
}
