import type { ScoreMatrix } from "@sigf1/metrics";
import { type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import type { Features } from "./batches/RowSource.js";

/**
 * Computes something of every row, batch by batch, so that neither features nor results need fit on the device.
 * @param width of the result
 */
export async function mapRows(
  features: Features,
  width: number,
  compute: (batch: Tensor2D) => Tensor2D,
  batchSize = 1024,
): Promise<ScoreMatrix> {
  const { rows, cols } = features;
  const results = new Float32Array(rows * width);
  const readRange = rangeReader(features, Math.min(rows, batchSize));
  for (let from = 0; from < rows; from += batchSize) {
    const to = Math.min(from + batchSize, rows);
    const values = await readRange(from, to);
    const part = tidy(() => compute(tensor2d(values, [to - from, cols])));
    results.set(await part.data<"float32">(), from * width);
    part.dispose();
  }
  return { rows, cols: width, data: results };
}

/** Reads ranges of at most so many rows; one takes the room of the one before. */
function rangeReader(features: Features, most: number) {
  const { cols } = features;
  if ("data" in features) {
    return async (from: number, to: number) => features.data.subarray(from * cols, to * cols);
  }
  const buffer = new Float32Array(most * cols);
  return async (from: number, to: number) => {
    const values = buffer.subarray(0, (to - from) * cols);
    const range = Uint32Array.from({ length: to - from }, (_, i) => from + i);
    await features.gather(range, values);
    return values;
  };
}
