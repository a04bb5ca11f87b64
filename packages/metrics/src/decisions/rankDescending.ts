const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
const FEW = 512;

/** The indices of `values` (none NaN) by falling value, equal values by rising index. */
export function rankDescending(values: Float32Array): Uint32Array {
  // Clearing the buckets costs more than comparing few values.
  return values.length < FEW ? byComparison(values) : byRadix(values);
}

/** Sorts keys and indices packed into one number below 2⁴¹, for which no function has to be called. */
function byComparison(values: Float32Array): Uint32Array {
  const { length } = values;
  const keys = fallingKeys(values);
  const packed = new Float64Array(length);
  const order = new Uint32Array(length);
  // All are of equal length.
  for (let k = 0; k < length; k++) packed[k] = keys[k]! * FEW + k;
  packed.sort();
  for (let k = 0; k < length; k++) order[k] = packed[k]! % FEW;
  return order;
}

/** Stable sort by the keys' digits of 11 bits, the lowest first: O(N). */
function byRadix(values: Float32Array): Uint32Array {
  const { length } = values;
  let keys = fallingKeys(values);
  let order = new Uint32Array(length);
  let nextKeys = new Uint32Array(length);
  let nextOrder = new Uint32Array(length);
  for (let k = 0; k < length; k++) order[k] = k;
  const starts = new Uint32Array(BUCKETS + 1);
  for (let shift = 0; shift < 32; shift += DIGIT) {
    starts.fill(0);
    // Every digit is below BUCKETS, every index below length.
    for (let k = 0; k < length; k++) starts[((keys[k]! >>> shift) & (BUCKETS - 1)) + 1]! += 1;
    for (let digit = 0; digit < BUCKETS; digit++) starts[digit + 1]! += starts[digit]!;
    for (let k = 0; k < length; k++) {
      const key = keys[k]!;
      const place = starts[(key >>> shift) & (BUCKETS - 1)]!++;
      nextKeys[place] = key;
      nextOrder[place] = order[k]!;
    }
    [keys, nextKeys] = [nextKeys, keys];
    [order, nextOrder] = [nextOrder, order];
  }
  return order;
}

/** Unsigned integers that rise as the values fall; 0 and −0 have the same. */
function fallingKeys(values: Float32Array): Uint32Array<ArrayBuffer> {
  const { length } = values;
  const floats = new Float32Array(length);
  // −0 + 0 is 0.
  for (let k = 0; k < length; k++) floats[k] = values[k]! + 0;
  const keys = new Uint32Array(floats.buffer);
  // The bits of positive floats rise with the value, those of negative ones fall and have the highest bit set.
  for (let k = 0; k < length; k++) {
    const bits = keys[k]!;
    keys[k] = bits >>> 31 ? bits : ~bits & 0x7fffffff;
  }
  return keys;
}
