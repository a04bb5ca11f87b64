import type { ScoreMatrix } from "@sigf1/metrics";
import type { Features } from "./batches/RowSource.js";
import { checkWidth } from "./checks/checkWidth.js";
import type { Head } from "./heads/Head.js";
import { mapRows } from "./mapRows.js";

/**
 * Computes the logits of every row, without dropout. Features that are not in memory are read in ranges.
 * @param options `batchSize` rows computed at once; default what the head likes, else 1024
 * @returns logits [rows, classes]
 * @throws RangeError when the width of the features is not the head's, or `batchSize` is no positive integer
 */
export async function predict(
  head: Head,
  features: Features,
  { batchSize = head.batchRows ?? 1024 }: { batchSize?: number } = {},
): Promise<ScoreMatrix> {
  checkWidth(features, head);
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`batchSize must be a positive integer, got ${batchSize}`);
  }
  return mapRows(features, head.outputs, (batch) => head.forward(batch), batchSize);
}
