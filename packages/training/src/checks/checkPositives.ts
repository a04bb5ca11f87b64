import { TrainingDataError } from "./TrainingDataError.js";

/**
 * Checks that every class has a positive example to learn from.
 * @param counts number of positives of each class
 * @param classes names of the classes; without, a class is named by its column
 * @throws TrainingDataError naming the classes that have none
 */
export function checkPositives(counts: readonly number[], classes?: readonly string[]): void {
  const absent = [...counts.keys()].filter((column) => counts[column] === 0);
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
