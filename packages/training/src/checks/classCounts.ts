import type { LabelMatrix } from "@sigf1/metrics";

/** Number of positives of each class. */
export function classCounts({ cols, data }: LabelMatrix): number[] {
  const counts = new Array<number>(cols).fill(0);
  data.forEach((label, i) => {
    if (label !== 0) counts[i % cols]! += 1; // a column
  });
  return counts;
}
