import type { ScoreMatrix } from "@sigf1/metrics";
import { gatherRows } from "./gatherRows.js";
import type { Features } from "./RowSource.js";

/**
 * Copies rows of features, from memory or from where they are read.
 * @param buffer room for the rows, reused from batch to batch
 */
export async function gatherFeatures(
  features: Features,
  rows: Uint32Array,
  buffer: Float32Array,
): Promise<ScoreMatrix> {
  if ("data" in features) return gatherRows(features, rows, buffer);
  const { cols } = features;
  const data = buffer.subarray(0, rows.length * cols);
  await features.gather(rows, data);
  return { rows: rows.length, cols, data };
}
