import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";

/** A way to turn scores in [0, 1] into labels. Fit it on validation data only. */
export interface DecisionRule {
  /** Kebab-case name, for example `tuned-per-class`. */
  readonly name: string;
  /** Chooses the rule's parameters on validation data; rules without parameters ignore both arguments. */
  fit(scores: ScoreMatrix, labels: LabelMatrix): Decision;
}

/** A fitted rule. `JSON.stringify` of it says everything that `decide` uses. */
export interface Decision {
  readonly rule: string;
  /** Decides every example; the result has the shape of `scores`. */
  decide(scores: ScoreMatrix): LabelMatrix;
}
