import type { Batch } from "./Rows.js";

const ln3 = Math.log(3);

/** A batch for computing by hand: σ of its logits is [[3/4, 1/2], [1/4, 3/4]], and σ′ [[3/16, 1/4], [3/16, 3/16]]. */
export const quartersBatch: Batch = {
  labels: [
    [1, 0],
    [0, 1],
  ],
  logits: [
    [ln3, 0],
    [-ln3, ln3],
  ],
};
