import type { Tensor2D } from "@tensorflow/tfjs-core";
import { checkLabelRange } from "./batch/checkLabelRange.js";

/**
 * Checks that every label lies in [0, 1], on any backend. The losses themselves look at their first
 * batch only, and not at all on backends that cannot be read synchronously (WebGPU): reading labels
 * at every step would make a GPU wait.
 * @param labels [examples, classes]
 * @throws RangeError (as a rejection) naming the first label outside and its place
 */
export async function checkLabels(labels: Tensor2D): Promise<void> {
  checkLabelRange("checkLabels", await labels.data(), labels.shape[1]);
}
