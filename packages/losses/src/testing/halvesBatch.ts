import type { Batch } from "./Rows.js";

/** A batch for computing hinges by hand: max(0, 1 ∓ z) of its positives (−) and negatives (+) is [[1/2, 1/2], [1, 0]]. */
export const halvesBatch: Batch = {
  labels: [
    [1, 0],
    [0, 1],
  ],
  logits: [
    [1 / 2, -1 / 2],
    [0, 2],
  ],
};
