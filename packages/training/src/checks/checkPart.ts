import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";
import type { Head } from "../heads/Head.js";
import { TrainingDataError } from "./TrainingDataError.js";

/** Examples to train or validate on, row by row. */
export interface Part {
  /** [examples, inputs] */
  readonly features: ScoreMatrix;
  /** [examples, classes], each 0 or 1 */
  readonly labels: LabelMatrix;
}

/**
 * Checks that a part fits the head and that its features are finite.
 * @throws TrainingDataError naming the part, and row and column of an entry
 */
export function checkPart(name: string, { features, labels }: Part, head: Head): void {
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
  const wrong = features.data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    const [row, column] = [Math.floor(wrong / features.cols), wrong % features.cols];
    throw new TrainingDataError(
      `The ${name} features hold ${features.data[wrong]} at row ${row}, column ${column} (both count from 0); expected finite numbers. Check the encoder's output.`,
    );
  }
}
