import type { TrivialClassifier } from "../Classifier.js";
import { checkOptions } from "../checks/checkOptions.js";
import type { NoOptions } from "./NoOptions.js";
import { repeatedRow } from "./repeatedRow.js";

/**
 * The baseline `all-positive`: scores 1 everywhere, so that every threshold predicts every label. At label density
 * d (the share of true entries) its micro F1 is 2d/(1 + d).
 * @throws TypeError when given an option: there is none
 */
export function allPositive(options: NoOptions = {}): TrivialClassifier {
  checkOptions(options, {});
  return {
    name: "all-positive",
    fit: async (_features, { cols }) => repeatedRow(new Float32Array(cols).fill(1)),
  };
}
