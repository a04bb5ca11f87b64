import type { ScoreMatrix } from "@sigf1/metrics";
import { type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";

/**
 * Computes something of every row, batch by batch, so that neither features nor results need fit on the device.
 * @param width of the result
 */
export async function mapRows(
  { rows, cols, data }: ScoreMatrix,
  width: number,
  compute: (batch: Tensor2D) => Tensor2D,
  batchSize = 1024,
): Promise<ScoreMatrix> {
  const results = new Float32Array(rows * width);
  for (let from = 0; from < rows; from += batchSize) {
    const to = Math.min(from + batchSize, rows);
    const part = tidy(() =>
      compute(tensor2d(data.subarray(from * cols, to * cols), [to - from, cols])),
    );
    results.set(await part.data<"float32">(), from * width);
    part.dispose();
  }
  return { rows, cols: width, data: results };
}
