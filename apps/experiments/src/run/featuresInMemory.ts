import type { ScoreMatrix } from "@sigf1/metrics";
import type { Features } from "@sigf1/training";

/**
 * Features as a matrix.
 * @param reader who needs them so, for the error
 * @throws RangeError where they are so large that `encodeParts` has left them on disk
 */
export function featuresInMemory(features: Features, reader: string): ScoreMatrix {
  if ("data" in features) return features;
  throw new RangeError(
    `${reader} takes its features in memory, and those of this dataset are above 1 GiB; encode fewer features or ` +
      "examples, or leave it out",
  );
}
