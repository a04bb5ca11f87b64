import type { LabelMatrix } from "@sigf1/metrics";

/** Number of labels of each example. */
export function labelCounts({ rows, cols, data }: LabelMatrix): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) =>
    data.subarray(row * cols, (row + 1) * cols).reduce((sum, label) => sum + label, 0),
  );
}
