import type { LabelInput } from "../inputs/LabelInput.js";
import { labelMatrix } from "../inputs/labelMatrix.js";

/**
 * Mean number of labels per example, in [0, classes]. Of true labels this is the data's cardinality.
 * @param labels labels [examples × classes]
 * @throws RangeError when there is no example or an entry is not 0 or 1
 */
export function labelsPerExample(labels: LabelInput): number {
  const { rows, data } = labelMatrix("labels", labels);
  if (rows === 0) throw new RangeError("labels has no example; expected at least one");
  let total = 0;
  for (const label of data) total += label;
  return total / rows;
}
