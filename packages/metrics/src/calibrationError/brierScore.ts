import { checkAverage } from "../checks/checkAverage.js";
import { checkedOptions } from "../checks/checkedOptions.js";
import type { Averaged } from "../confusion/Average.js";
import { someLabelsAndScores } from "../curves/labelsAndScores.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { averageOfClasses } from "./averageOfClasses.js";

export interface BrierScoreOptions<A extends "macro" | "none" = "macro" | "none"> {
  /** `macro` (default; every class has as many entries, so it is the mean over all entries too) or `none`. */
  readonly average?: A;
}

/**
 * Brier score: the mean of (p − y)² over the entries, in [0, 1], 0 for sure and right scores (Brier 1950).
 * Per class equals scikit-learn's `brier_score_loss(y_true, y_prob)`.
 * @param yTrue true labels [examples × classes]
 * @param yProb scores in [0, 1] taken for probabilities, same shape
 * @returns one number, or with `average: "none"` one per class
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score is outside [0, 1]
 */
export function brierScore<A extends "macro" | "none" = "macro">(
  yTrue: LabelInput,
  yProb: ScoreInput,
  options: BrierScoreOptions<A> = {},
): Averaged<A> {
  const { average = "macro" as A } = checkedOptions(options, "average");
  checkAverage(average, ["macro", "none"]);
  const { labels, scores } = someLabelsAndScores(yTrue, yProb, { argument: "yProb" });
  const { rows, cols } = labels;
  const perClass = new Float64Array(cols);
  for (let row = 0, k = 0; row < rows; row++) {
    for (let j = 0; j < cols; j++, k++) {
      // k is an entry of both and j a class.
      const error = scores.data[k]! - labels.data[k]!;
      perClass[j]! += error * error;
    }
  }
  return averageOfClasses(
    perClass.map((sum) => sum / rows),
    average,
  );
}
