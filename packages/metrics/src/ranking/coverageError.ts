import { someLabelsAndScores } from "../curves/labelsAndScores.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { coverage } from "./coverage.js";

/**
 * Coverage error: how far down the ranking one must go to have every true label, the mean over examples of
 * |{j : sⱼ ≥ min over true t of sₜ}|, in [0, classes]; tied labels count in full, an example without true labels counts 0.
 * The best value is `labelsPerExample(yTrue)`. Tsoumakas et al. (2010) subtract 1 from it.
 * Equals scikit-learn's `coverage_error(y_true, y_score)`, and takes one class too.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores, any finite numbers, same shape
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score is not finite
 */
export function coverageError(yTrue: LabelInput, yScore: ScoreInput): number {
  const pair = someLabelsAndScores(yTrue, yScore, { anyReal: true });
  const { rows } = pair.labels;
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += coverage(pair, row);
  return sum / rows;
}
