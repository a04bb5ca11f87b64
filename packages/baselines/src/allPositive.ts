import type { Baseline } from "./Baseline.js";
import { repeatedRow } from "./repeatedRow.js";

/**
 * The baseline `all-positive`: scores 1 everywhere, so that every threshold predicts every label. At label density
 * d (the share of true entries) its micro F1 is 2d/(1 + d).
 */
export function allPositive(): Baseline {
  return {
    name: "all-positive",
    fit: ({ cols }) => repeatedRow(new Float32Array(cols).fill(1)),
  };
}
