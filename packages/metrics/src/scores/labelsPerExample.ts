import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelMatrix } from "../Matrix.js";

/**
 * Mean number of labels per example, in [0, classes]. Of true labels this is the data's cardinality.
 * @param labels labels [examples × classes]
 * @throws RangeError when there is no example or an entry is not 0 or 1
 */
export function labelsPerExample(labels: LabelMatrix): number {
  return ConfusionCounts.of(labels, labels).labelsPerExample();
}
