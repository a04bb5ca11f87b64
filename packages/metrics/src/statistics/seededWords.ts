import { show } from "../checks/show.js";
import { xoshiro128 } from "./xoshiro128.js";

/**
 * A stream of unsigned 32-bit words, the same on every machine for the same seed: xoshiro128** whose state is two steps
 * of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014), low half first, as its authors advise.
 * @param seed a safe integer
 * @throws RangeError when the seed is no safe integer
 */
export function seededWords(seed: number): () => number {
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`seed is ${show(seed)}; expected an integer`);
  const [first, second] = [splitMix64(seed, 1), splitMix64(seed, 2)];
  return xoshiro128([low(first), high(first), low(second), high(second)]);
}

/** The n-th word of SplitMix64. */
function splitMix64(seed: number, n: number): bigint {
  let z = wrap(BigInt(seed) + BigInt(n) * 0x9e3779b97f4a7c15n);
  z = wrap((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = wrap((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}

const wrap = (value: bigint) => BigInt.asUintN(64, value);
const low = (value: bigint) => Number(BigInt.asUintN(32, value));
const high = (value: bigint) => Number(value >> 32n);
