import { checkClasses } from "../checks/checkClasses.js";
import { checkScores } from "../checks/checkScores.js";
import { checkValidation } from "../checks/checkValidation.js";
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import type { Decision, DecisionRule } from "./DecisionRule.js";
import { decideTop } from "./decideTop.js";
import { GrowingF1 } from "./GrowingF1.js";
import { rankDescending } from "./rankDescending.js";
import type { TuningMetric } from "./TuningMetric.js";

export interface TopKOptions {
  /** The F1 to maximise; default `micro`. */
  readonly metric?: TuningMetric;
}

/** Predicts the k labels of each example with the highest scores, of equal scores the first classes. */
export interface TopKDecision extends Decision {
  readonly k: number;
  readonly classes: number;
}

/**
 * The rule `top-k`: predicts the same number k of labels for every example, the k in 1…classes with the highest F1
 * on the validation data, of equal ones the smallest.
 */
export function topK({ metric = "micro" }: TopKOptions = {}): DecisionRule {
  const name = "top-k";
  return {
    name,
    fit(validation, labels): TopKDecision {
      checkValidation(validation, labels);
      const k = bestK(validation, labels, metric);
      const classes = validation.cols;
      return {
        rule: name,
        k,
        classes,
        decide(scores) {
          checkScores(scores);
          checkClasses(name, classes, scores);
          return decideTop(scores, () => k);
        },
      };
    },
  };
}

function bestK(scores: ScoreMatrix, labels: LabelMatrix, metric: TuningMetric): number {
  const { rows, cols, data } = scores;
  const orders = Array.from({ length: rows }, (_, row) =>
    rankDescending(data.subarray(row * cols, (row + 1) * cols)),
  );
  const f1 = new GrowingF1(labels, metric);
  let best = { k: 1, value: 0 };
  for (let k = 1; k <= cols; k++) {
    // Each order has `cols` entries.
    orders.forEach((order, row) => {
      f1.accept(row * cols + order[k - 1]!);
    });
    if (f1.isAbove(best.value)) best = { k, value: f1.value };
  }
  return best.k;
}
