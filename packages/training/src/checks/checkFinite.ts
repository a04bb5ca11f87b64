import type { ScoreMatrix } from "@sigf1/metrics";
import { TrainingDataError } from "./TrainingDataError.js";

/**
 * Checks that features are finite.
 * @param rowOf the row of the part that row i of these features is
 * @throws TrainingDataError naming the part, and row and column of the first entry that is not
 */
export function checkFinite(
  name: string,
  { cols, data }: ScoreMatrix,
  rowOf: (i: number) => number = (i) => i,
): void {
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong < 0) return;
  const [row, column] = [rowOf(Math.floor(wrong / cols)), wrong % cols];
  throw new TrainingDataError(
    `The ${name} features hold ${data[wrong]} at row ${row}, column ${column} (both count from 0); expected finite numbers. Check the encoder's output.`,
  );
}
