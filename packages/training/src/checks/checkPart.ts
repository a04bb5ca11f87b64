import type { LabelMatrix } from "@sigf1/metrics";
import type { Features } from "../batches/RowSource.js";
import type { Head } from "../heads/Head.js";
import { finiteFeatures } from "./finiteFeatures.js";
import { TrainingDataError } from "./TrainingDataError.js";

/** Examples to train or validate on, row by row. */
export interface Part {
  /** [examples, inputs] */
  readonly features: Features;
  /** [examples, classes], each 0 or 1 */
  readonly labels: LabelMatrix;
}

/**
 * Checks that a part fits the head and that its features are finite; features that are not in memory are checked
 * whenever rows of the result are read.
 * @throws TrainingDataError naming the part, and row and column of an entry
 */
export function checkPart(name: string, { features, labels }: Part, head: Head): Part {
  if (features.rows === 0) throw new TrainingDataError(`The ${name} part has no examples.`);
  if (features.rows !== labels.rows) {
    throw new TrainingDataError(
      `The ${name} part has ${features.rows} rows of features but ${labels.rows} rows of labels.`,
    );
  }
  if (features.cols !== head.inputs || labels.cols !== head.outputs) {
    throw new TrainingDataError(
      `The ${name} part has ${features.cols} features and ${labels.cols} classes; the head takes ${head.inputs} and gives ${head.outputs}.`,
    );
  }
  return { features: finiteFeatures(name, features), labels };
}
