import type { ScoreMatrix } from "@sigf1/metrics";
import { tensor2d, tidy } from "@tensorflow/tfjs-core";
import type { Head } from "./heads/Head.js";

/**
 * Computes the logits of every row, without dropout.
 * @param options.batchSize rows computed at once; default 1024
 * @returns logits [rows, classes]
 * @throws RangeError when the width of the features is not the head's, or `batchSize` is no positive integer
 */
export async function predict(
  head: Head,
  features: ScoreMatrix,
  { batchSize = 1024 }: { batchSize?: number } = {},
): Promise<ScoreMatrix> {
  const { rows, cols, data } = features;
  if (cols !== head.inputs) {
    throw new RangeError(`the features have ${cols} columns, the head takes ${head.inputs}`);
  }
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`batchSize must be a positive integer, got ${batchSize}`);
  }
  const logits = new Float32Array(rows * head.outputs);
  for (let from = 0; from < rows; from += batchSize) {
    const to = Math.min(from + batchSize, rows);
    const part = tidy(() =>
      head.forward(tensor2d(data.subarray(from * cols, to * cols), [to - from, cols])),
    );
    logits.set(await part.data<"float32">(), from * head.outputs);
    part.dispose();
  }
  return { rows, cols: head.outputs, data: logits };
}
