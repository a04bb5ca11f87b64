import type { CorruptionSettings } from "../../config/experimentSchema.js";
import type { EncodedPart } from "../encodeParts.js";
import { addOutliers } from "./addOutliers.js";
import { flipLabels } from "./flipLabels.js";

/**
 * A part with labels flipped and features of some examples moved far away; the part itself where the settings ask for
 * neither. With one seed a larger share corrupts what a smaller one does, in the same way, and more.
 */
export function corruptPart(
  part: EncodedPart,
  { flippedLabels, outliers, outlierScale }: CorruptionSettings,
  seed: number,
): EncodedPart {
  if (flippedLabels === 0 && outliers === 0) return part;
  const { features, labels } = part;
  return {
    features: outliers > 0 ? addOutliers(features, outliers, outlierScale, seed) : features,
    labels: flippedLabels > 0 ? flipLabels(labels, flippedLabels, seed) : labels,
  };
}
