import { checkSameShape } from "../checks/checkSameShape.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import { labelMatrix } from "../inputs/labelMatrix.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { type ScoreMatrixOptions, scoreMatrix } from "../inputs/scoreMatrix.js";
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";

export interface LabelsAndScores {
  readonly labels: LabelMatrix;
  readonly scores: ScoreMatrix;
}

export interface LabelsAndScoresOptions extends ScoreMatrixOptions {
  /** The name that errors give the scores; default yScore. */
  readonly argument?: string;
}

/**
 * True labels beside scores of the same shape, as matrices.
 * @throws RangeError when the shapes differ or an entry is out of range
 */
export function labelsAndScores(
  yTrue: LabelInput,
  yScore: ScoreInput,
  { anyReal = false, argument = "yScore" }: LabelsAndScoresOptions = {},
): LabelsAndScores {
  const labels = labelMatrix("yTrue", yTrue);
  const scores = scoreMatrix(argument, yScore, { anyReal });
  checkSameShape(labels, "yTrue", scores, argument);
  return { labels, scores };
}

/** As {@link labelsAndScores}, with at least one example. */
export function someLabelsAndScores(
  yTrue: LabelInput,
  yScore: ScoreInput,
  options: LabelsAndScoresOptions = {},
): LabelsAndScores {
  const pair = labelsAndScores(yTrue, yScore, options);
  if (pair.labels.rows === 0) throw new RangeError("no example to score; expected at least one");
  return pair;
}
