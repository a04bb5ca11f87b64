import { checkClasses } from "../checks/checkClasses.js";
import { checkScores } from "../checks/checkScores.js";
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import type { Decision } from "./DecisionRule.js";

/** Predicts every label whose score is at least its threshold. */
export class ThresholdDecision implements Decision {
  /**
   * @param rule name of the rule that chose the threshold
   * @param threshold one for all classes, or one per class; rounded to a 32-bit float when compared, as scores are
   */
  constructor(
    readonly rule: string,
    readonly threshold: number | readonly number[],
  ) {}

  decide(scores: ScoreMatrix): LabelMatrix {
    const { threshold } = this;
    checkScores(scores);
    if (typeof threshold !== "number") checkClasses(this.rule, threshold.length, scores);
    const { rows, cols } = scores;
    const cuts = Float32Array.from({ length: cols }, (_, j) =>
      typeof threshold === "number" ? threshold : threshold[j]!,
    );
    // cuts has `cols` entries.
    const data = Uint8Array.from(scores.data, (score, k) => (score >= cuts[k % cols]! ? 1 : 0));
    return { rows, cols, data };
  }
}
