import type { LabelMatrix } from "@sigf1/metrics";

/** Larger counts are taken for this one. */
const MOST = 20;

/** How many examples have so many true and so many predicted labels: `[true, predicted, examples]`, both rising. */
export function countPairs(
  actual: LabelMatrix,
  predicted: LabelMatrix,
): (readonly [actual: number, predicted: number, examples: number])[] {
  const examples = new Map<number, number>();
  for (let i = 0; i < actual.rows; i++) {
    const key = labelsOf(actual, i) * (MOST + 1) + labelsOf(predicted, i);
    examples.set(key, (examples.get(key) ?? 0) + 1);
  }
  return [...examples]
    .sort(([a], [b]) => a - b)
    .map(([key, n]) => [Math.floor(key / (MOST + 1)), key % (MOST + 1), n]);
}

function labelsOf({ data, cols }: LabelMatrix, row: number): number {
  const labels = data.subarray(row * cols, (row + 1) * cols);
  return Math.min(
    MOST,
    labels.reduce((sum, label) => sum + label, 0),
  );
}
