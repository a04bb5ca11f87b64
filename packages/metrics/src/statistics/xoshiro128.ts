/**
 * The generator xoshiro128** 1.1 of Blackman & Vigna, ACM Transactions on Mathematical Software 47 (2021): each call gives the
 * next of 2¹²⁸ − 1 unsigned 32-bit words.
 * @param state four unsigned 32-bit words, not all 0
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return word;
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
