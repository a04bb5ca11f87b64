import type { LabelMatrix } from "@sigf1/metrics";
import { TrainingDataError } from "./TrainingDataError.js";

/**
 * Checks that every class has a positive example to learn from.
 * @param classes names of the classes; without, a class is named by its column
 * @throws TrainingDataError naming the classes that have none
 */
export function checkPositives({ cols, data }: LabelMatrix, classes?: readonly string[]): void {
  const present = new Uint8Array(cols);
  data.forEach((label, i) => {
    if (label !== 0) present[i % cols] = 1;
  });
  const absent = [...present.keys()].filter((column) => present[column] === 0);
  if (absent.length === 0) return;
  const names = absent.map((column) => {
    const name = classes?.[column];
    return name === undefined ? `column ${column}` : `"${name}"`;
  });
  const [subject, verb] = absent.length === 1 ? ["class", "has"] : ["classes", "have"];
  throw new TrainingDataError(
    `The ${subject} ${names.join(", ")} ${verb} no positive example in the training part. Leave ${absent.length === 1 ? "it" : "them"} out or split the data otherwise.`,
  );
}
