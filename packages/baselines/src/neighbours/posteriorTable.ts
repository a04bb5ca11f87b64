import type { LabelMatrix } from "@sigf1/metrics";

/**
 * P(class | j of the k neighbours have it) for every class and j = 0 … k [classes × (k + 1)] (Zhang and Zhou 2007, eqs.
 * 3 to 6): prior and both likelihoods are shares among the training examples, with `smoothing` added to each count.
 * @param counts of each training example how many of its neighbours have each class
 */
export function posteriorTable(
  counts: Uint32Array,
  { rows, cols, data }: LabelMatrix,
  k: number,
  smoothing: number,
): Float64Array {
  const width = k + 1;
  const having = new Float64Array(cols * width);
  const lacking = new Float64Array(cols * width);
  // Class and count are in range throughout.
  counts.forEach((count, at) => {
    (data[at] ? having : lacking)[(at % cols) * width + count]! += 1;
  });
  const table = new Float64Array(cols * width);
  for (let col = 0; col < cols; col++) {
    const sum = (of: Float64Array) =>
      of.subarray(col * width, (col + 1) * width).reduce((a, b) => a + b);
    const positives = sum(having);
    const weight = (of: Float64Array, examples: number, j: number) =>
      (((smoothing + examples) / (2 * smoothing + rows)) * (smoothing + of[col * width + j]!)) /
      (smoothing * width + examples);
    for (let j = 0; j <= k; j++) {
      const present = weight(having, positives, j);
      table[col * width + j] = present / (present + weight(lacking, rows - positives, j));
    }
  }
  return table;
}
