import type { LabelMatrix } from "@sigf1/metrics";

/** For each example a 1 in the column of its count; a row of zeros where no column stands for it. */
export function oneHotCounts(counts: Uint32Array, columns: readonly number[]): LabelMatrix {
  const data = new Uint8Array(counts.length * columns.length);
  counts.forEach((count, row) => {
    const column = columns.indexOf(count);
    if (column >= 0) data[row * columns.length + column] = 1;
  });
  return { rows: counts.length, cols: columns.length, data };
}
