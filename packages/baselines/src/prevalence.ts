import type { Baseline } from "./Baseline.js";
import { classPrevalence } from "./classPrevalence.js";
import { repeatedRow } from "./repeatedRow.js";

/**
 * The baseline `prevalence`: scores each class of every example with the share of training examples that carry it.
 * Every example gets the same labels: the best constant guess that a decision rule can make of the training labels.
 */
export function prevalence(): Baseline {
  return {
    name: "prevalence",
    fit: (trainLabels) => repeatedRow(classPrevalence(trainLabels)),
  };
}
