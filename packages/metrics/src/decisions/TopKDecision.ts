import { checkClasses } from "../checks/checkClasses.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { scoreMatrix } from "../inputs/scoreMatrix.js";
import type { LabelMatrix } from "../Matrix.js";
import type { Decision } from "./DecisionRule.js";
import { decideTop } from "./decideTop.js";

/** Predicts the k labels of each example with the highest scores, of equal scores the first classes. */
export class TopKDecision implements Decision {
  readonly rule = "top-k";
  /** Number of labels of every example. */
  readonly k: number;
  /** Number of classes that it decides. */
  readonly classes: number;

  constructor(k: number, classes: number) {
    this.k = k;
    this.classes = classes;
  }

  /** @throws RangeError when a score is outside [0, 1] or the number of classes is another */
  decide(scores: ScoreInput): LabelMatrix {
    const matrix = scoreMatrix("scores", scores);
    checkClasses(this.rule, this.classes, matrix);
    return decideTop(matrix, () => this.k);
  }
}
