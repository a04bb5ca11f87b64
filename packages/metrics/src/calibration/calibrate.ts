import type { PlattScaling } from "./PlattScaling.js";
import { scoreLogit } from "./scoreLogit.js";

/** The calibrated probability of a score in [0, 1]. */
export function calibrate({ slope, offset }: PlattScaling, score: number): number {
  return 1 / (1 + Math.exp(-(slope * scoreLogit(score) + offset)));
}
