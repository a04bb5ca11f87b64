import type { LabelMatrix } from "@sigf1/metrics";

/**
 * The share of examples that carry each class, in [0, 1].
 * @param labels labels [examples × classes]
 * @throws RangeError when there is no example
 */
export function classPrevalence({ rows, cols, data }: LabelMatrix): Float32Array {
  if (rows === 0) {
    throw new RangeError("no training example; a baseline learns from the labels of at least one");
  }
  const counts = new Float64Array(cols);
  data.forEach((label, k) => {
    // k % cols is below the length of counts.
    counts[k % cols]! += label;
  });
  return Float32Array.from(counts, (count) => count / rows);
}
