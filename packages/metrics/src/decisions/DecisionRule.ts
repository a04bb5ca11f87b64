import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import type { LabelMatrix } from "../Matrix.js";

/** A way to turn scores in [0, 1] into labels. Fit it on validation data only. */
export interface DecisionRule {
  /** Kebab-case name, for example `tuned-per-class`. */
  readonly name: string;
  /**
   * Chooses the rule's parameters on validation data; rules without parameters ignore every argument.
   * @param scores in [0, 1] [examples × classes]
   * @param labels true labels, same shape
   * @param counts an estimate of each example's number of labels, for `count`; other rules ignore it
   * @throws RangeError when the shapes differ, there is no example, a score is outside [0, 1], or a label is not 0 or 1
   */
  fit(scores: ScoreInput, labels: LabelInput, counts?: ArrayLike<number>): Decision;
}

/**
 * A fitted rule. `JSON.stringify` of it says everything that `decide` uses, and `decisionFromJson` reads it
 * back.
 */
export interface Decision {
  readonly rule: string;
  /**
   * Decides every example; the result has the shape of `scores`.
   * @param scores in [0, 1] [examples × classes]
   * @param counts an estimate of each example's number of labels, for `count`; other rules ignore it
   * @throws RangeError when a score is outside [0, 1], or the number of classes is not that of the validation data
   */
  decide(scores: ScoreInput, counts?: ArrayLike<number>): LabelMatrix;
}
