import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import { checkLabels } from "./checkLabels.js";
import { checkSameShape } from "./checkSameShape.js";
import { checkScores } from "./checkScores.js";

/**
 * Checks validation data that a decision rule is to be fitted on.
 * @throws RangeError when the shapes differ, there is no example, a score is outside [0, 1] or a label is not 0 or 1
 */
export function checkValidation(scores: ScoreMatrix, labels: LabelMatrix): void {
  checkSameShape(scores, "scores", labels, "labels");
  checkScores(scores);
  checkLabels(labels, "labels");
  if (scores.rows === 0) {
    throw new RangeError("no validation example; a decision rule is fitted on at least one");
  }
}
