/** The sums of the magnitudes under each of the 2ⁿ choices of signs: bit i of the position is set where the i-th is added. */
export function signedSums(magnitudes: Float64Array): Float64Array {
  const sums = new Float64Array(2 ** magnitudes.length);
  let filled = 1;
  for (const magnitude of magnitudes) {
    // filled ≤ half of the length.
    for (let k = 0; k < filled; k++) {
      const sum = sums[k]!;
      sums[k] = sum - magnitude;
      sums[k + filled] = sum + magnitude;
    }
    filled *= 2;
  }
  return sums;
}
