import type { ScoreMatrix } from "@sigf1/metrics";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { columnDeviations } from "./columnDeviations.js";
import { standardNormal } from "./standardNormal.js";

/** Sets these draws apart from those that training makes of the same seed. */
const STREAM = 0x6f75746c;

/**
 * Features of which each example, with probability `share`, has scale · sd · N(0, 1) added to each feature, sd being
 * the feature's standard deviation over the examples given.
 */
export function addOutliers(
  features: ScoreMatrix,
  share: number,
  scale: number,
  seed: number,
): ScoreMatrix {
  const { rows, cols } = features;
  const deviations = columnDeviations(features);
  const data = Float32Array.from(features.data);
  const generator = mersenne(seed ^ STREAM);
  for (let row = 0; row < rows; row++) {
    const chosen = uniformFloat64(generator) < share;
    const noiseSeed = generator.next();
    if (!chosen) continue;
    // An example has a generator of its own: its noise does not depend on which others were chosen.
    const own = mersenne(noiseSeed);
    for (let col = 0; col < cols; col++) {
      data[row * cols + col]! += scale * deviations[col]! * standardNormal(own); // both in range
    }
  }
  return { rows, cols, data };
}
