const digitBits = 11;
const digits = 1 << digitBits;
const digitMask = digits - 1;
// Below these lengths the simpler sort is the faster one (measured on Node 20).
const insertionLength = 40;
const radixLength = 350;

/**
 * Sorts 32-bit floats in rising order. A radix sort of the bits in three passes takes a fifth of the time of
 * `Float32Array.prototype.sort` at 20,000 scores.
 */
export class ScoreSorter {
  readonly #scratch: Uint32Array<ArrayBuffer>;
  readonly #starts = new Uint32Array(3 * digits);

  /** @param capacity the greatest number of scores in one sort */
  constructor(capacity: number) {
    this.#scratch = new Uint32Array(capacity >= radixLength ? capacity : 0);
  }

  /** Sorts the first `count` scores in place; −0 comes before 0, and there is no NaN. */
  sort(scores: Float32Array, count: number): void {
    if (count < insertionLength) sortByInsertion(scores, count);
    else if (count < radixLength) scores.subarray(0, count).sort();
    else this.#radixSort(new Uint32Array(scores.buffer, scores.byteOffset, count));
  }

  #radixSort(bits: Uint32Array): void {
    const count = bits.length;
    const starts = this.#starts.fill(0);
    const scratch = this.#scratch;
    // i < count, digits are < 2048, and the starts of a digit's scores stay below count.
    for (let i = 0; i < count; i++) {
      const key = keyOf(bits[i]!);
      bits[i] = key;
      starts[key & digitMask]! += 1;
      starts[digits + ((key >>> digitBits) & digitMask)]! += 1;
      starts[2 * digits + (key >>> (2 * digitBits))]! += 1;
    }
    for (let pass = 0; pass < 3; pass++) {
      let start = 0;
      for (let digit = pass * digits; digit < (pass + 1) * digits; digit++) {
        const size = starts[digit]!;
        starts[digit] = start;
        start += size;
      }
    }
    for (let i = 0; i < count; i++) {
      const key = bits[i]!;
      scratch[starts[key & digitMask]!++] = key;
    }
    for (let i = 0; i < count; i++) {
      const key = scratch[i]!;
      bits[starts[digits + ((key >>> digitBits) & digitMask)]!++] = key;
    }
    for (let i = 0; i < count; i++) {
      const key = bits[i]!;
      scratch[starts[2 * digits + (key >>> (2 * digitBits))]!++] = floatBitsOf(key);
    }
    bits.set(scratch.subarray(0, count));
  }
}

/** The bits of a float as an integer that rises with the float: negative floats have their bits flipped, others the sign. */
function keyOf(bits: number): number {
  return (bits ^ ((bits >> 31) | 0x80000000)) >>> 0;
}

function floatBitsOf(key: number): number {
  return (key ^ (~(key >> 31) | 0x80000000)) >>> 0;
}

function sortByInsertion(scores: Float32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const score = scores[i]!;
    let at = i - 1;
    // at is checked against 0 before it is read.
    for (; at >= 0 && scores[at]! > score; at--) scores[at + 1] = scores[at]!;
    scores[at + 1] = score;
  }
}
