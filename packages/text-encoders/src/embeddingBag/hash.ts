const encoder = new TextEncoder();

/**
 * A 32-bit hash of a text's UTF-8 bytes: FNV-1a whose start is moved by the seed, then the finaliser of MurmurHash3,
 * without which the low bits of short texts are alike. The same on every machine.
 */
export function hash(text: string, seed: number): number {
  let h = 0x811c9dc5 ^ mix(seed);
  for (const byte of encoder.encode(text)) h = Math.imul(h ^ byte, 0x01000193);
  return mix(h);
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
