import type { LabelMatrix } from "@sigf1/metrics";

/** How many of the k neighbours of each query have each class [queries × classes]. */
export function neighbourCounts(
  indices: Uint32Array,
  k: number,
  { cols, data }: LabelMatrix,
): Uint32Array {
  const counts = new Uint32Array((indices.length / k) * cols);
  indices.forEach((row, at) => {
    const query = Math.floor(at / k);
    // Row and class are in range.
    for (let col = 0; col < cols; col++) counts[query * cols + col]! += data[row * cols + col]!;
  });
  return counts;
}
