import type { ScoreMatrix } from "@sigf1/metrics";
import type { Features } from "@sigf1/training";
import type { CorruptionSettings } from "../../config/experimentSchema.js";
import type { EncodedPart } from "../encodeParts.js";
import { addOutliers } from "./addOutliers.js";
import { flipLabels } from "./flipLabels.js";

/**
 * A part with labels flipped and features of some examples moved far away; the part itself where the settings ask for
 * neither. With one seed a larger share corrupts what a smaller one does, in the same way, and more.
 */
export function corruptPart<F extends Features>(
  part: EncodedPart<F>,
  { flippedLabels, outliers, outlierScale }: CorruptionSettings,
  seed: number,
): EncodedPart<F | ScoreMatrix> {
  if (flippedLabels === 0 && outliers === 0) return part;
  const { features, labels } = part;
  return {
    features:
      outliers > 0 ? addOutliers(inMemory(features), outliers, outlierScale, seed) : features,
    labels: flippedLabels > 0 ? flipLabels(labels, flippedLabels, seed) : labels,
  };
}

/** `encodeParts` reads the features wherever a loss asks for outliers. */
function inMemory(features: Features): ScoreMatrix {
  if ("data" in features) return features;
  throw new TypeError("outliers are made of features in memory");
}
