/** No class is more frequent than this. */
export const maxFrequency = 0.8;

/**
 * The probability of each class: p_c ∝ (c + 1)^(−imbalance), scaled so that they add up to the cardinality.
 * A class that would exceed `maxFrequency` stays there; the others share out what it leaves.
 *
 * @param cardinality at most `maxFrequency · classes`.
 */
export function classFrequencies(
  classes: number,
  cardinality: number,
  imbalance: number,
): readonly number[] {
  const weights = Array.from({ length: classes }, (_, c) => (c + 1) ** -imbalance);
  // Weights fall, so the classes at the limit are the first ones.
  for (let capped = 0; capped < classes; capped++) {
    const free = weights.slice(capped);
    const scale = (cardinality - capped * maxFrequency) / free.reduce((sum, w) => sum + w, 0);
    const frequencies = free.map((weight) => weight * scale);
    if ((frequencies[0] ?? 0) <= maxFrequency) {
      return [...new Array<number>(capped).fill(maxFrequency), ...frequencies];
    }
  }
  return new Array<number>(classes).fill(maxFrequency);
}
