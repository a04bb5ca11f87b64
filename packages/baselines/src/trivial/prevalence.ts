import type { TrivialClassifier } from "../Classifier.js";
import { checkOptions } from "../checks/checkOptions.js";
import { classPrevalence } from "./classPrevalence.js";
import type { NoOptions } from "./NoOptions.js";
import { repeatedRow } from "./repeatedRow.js";

/**
 * The baseline `prevalence`: scores each class of every example with the share of training examples that carry it.
 * Every example gets the same labels: the best constant guess that a decision rule can make of the training labels.
 * @throws TypeError when given an option: there is none
 */
export function prevalence(options: NoOptions = {}): TrivialClassifier {
  checkOptions(options, {});
  return {
    name: "prevalence",
    fit: async (_features, labels) => repeatedRow(classPrevalence(labels)),
  };
}
