import { checkSameShape } from "../checks/checkSameShape.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import { labelMatrix } from "../inputs/labelMatrix.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { scoreMatrix } from "../inputs/scoreMatrix.js";
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";

/**
 * Validation data that a decision rule is to be fitted on, as matrices.
 * @throws RangeError when the shapes differ, there is no example, a score is outside [0, 1] or a label is not 0 or 1
 */
export function validationData(
  scores: ScoreInput,
  labels: LabelInput,
): { readonly scores: ScoreMatrix; readonly labels: LabelMatrix } {
  const data = { scores: scoreMatrix("scores", scores), labels: labelMatrix("labels", labels) };
  checkSameShape(data.scores, "scores", data.labels, "labels");
  if (data.scores.rows === 0) {
    throw new RangeError("no validation example; a decision rule is fitted on at least one");
  }
  return data;
}
