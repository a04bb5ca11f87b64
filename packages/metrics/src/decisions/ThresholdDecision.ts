import { checkClasses } from "../checks/checkClasses.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { scoreMatrix } from "../inputs/scoreMatrix.js";
import type { LabelMatrix } from "../Matrix.js";
import type { Decision } from "./DecisionRule.js";

/** Predicts every label whose score is at least its threshold. */
export class ThresholdDecision implements Decision {
  /**
   * @param rule name of the rule that chose the threshold
   * @param threshold one for all classes, or one per class; rounded to a 32-bit float when compared, as scores are
   * @param classes number of classes that a single threshold was chosen for; without, it decides any number
   */
  constructor(
    readonly rule: string,
    readonly threshold: number | readonly number[],
    readonly classes?: number,
  ) {}

  /** @throws RangeError when a score is outside [0, 1], or the number of classes is another */
  decide(scores: ScoreInput): LabelMatrix {
    const { threshold } = this;
    const matrix = scoreMatrix("scores", scores);
    const { rows, cols, data } = matrix;
    const classes = typeof threshold === "number" ? this.classes : threshold.length;
    if (classes !== undefined) checkClasses(this.rule, classes, matrix);
    const cuts = Float32Array.from({ length: cols }, (_, j) =>
      typeof threshold === "number" ? threshold : threshold[j]!,
    );
    const decided = new Uint8Array(data.length);
    // cuts has `cols` entries, data and decided rows · cols.
    for (let row = 0, k = 0; row < rows; row++) {
      for (let j = 0; j < cols; j++, k++) decided[k] = data[k]! >= cuts[j]! ? 1 : 0;
    }
    return { rows, cols, data: decided };
  }
}
