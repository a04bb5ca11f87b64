import type { CountScaling } from "../calibration/CountScaling.js";
import { checkClasses } from "../checks/checkClasses.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { scoreMatrix } from "../inputs/scoreMatrix.js";
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import { checkCounts } from "./checkCounts.js";
import type { Decision } from "./DecisionRule.js";
import { decideTop } from "./decideTop.js";
import { rowSums } from "./rowSums.js";

/** Predicts for each example as many labels as are estimated, those with the highest scores. */
export class CountDecision implements Decision {
  readonly rule = "count";
  /** Number of classes that it decides. */
  readonly classes: number;
  /** What is made of counts that are given to `decide`; `null` when it takes none. */
  readonly given: CountScaling | null;
  /** What is made of an example's sum of scores where no counts are given; `null` when they must be. */
  readonly summed: CountScaling | null;

  constructor(classes: number, given: CountScaling | null, summed: CountScaling | null) {
    this.classes = classes;
    this.given = given;
    this.summed = summed;
  }

  /**
   * @param counts an estimate n̂ of each example's number of labels, any finite numbers
   * @throws RangeError when a score is outside [0, 1], the number of classes is another, or counts are no finite numbers,
   *   one per example; TypeError when counts are missing, or given where the rule was fitted without
   */
  decide(scores: ScoreInput, counts?: ArrayLike<number>): LabelMatrix {
    const { classes, rule } = this;
    const matrix = scoreMatrix("scores", scores);
    checkClasses(rule, classes, matrix);
    const { slope, offset } = this.#scaling(counts);
    const estimates = this.#estimates(matrix, counts);
    return decideTop(matrix, (_, row) => {
      // One estimate per row.
      const count = Math.round(slope * estimates[row]! + offset);
      return Math.max(0, Math.min(classes, count));
    });
  }

  #scaling(counts: ArrayLike<number> | undefined): CountScaling {
    const scaling = counts ? this.given : this.summed;
    if (scaling) return scaling;
    throw new TypeError(
      counts
        ? "count calibrates counts and was fitted without; give fit the counts of the validation examples"
        : "count was fitted with counts; give decide the counts of its examples",
    );
  }

  #estimates(scores: ScoreMatrix, counts: ArrayLike<number> | undefined): ArrayLike<number> {
    if (!counts) return rowSums(scores);
    checkCounts(counts, scores.rows);
    return counts;
  }
}
