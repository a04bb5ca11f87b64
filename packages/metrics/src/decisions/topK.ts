import { checkedOptions } from "../checks/checkedOptions.js";
import { checkOneOf } from "../checks/checkOneOf.js";
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import type { DecisionRule } from "./DecisionRule.js";
import { isAbove } from "./isAbove.js";
import { rankDescending } from "./rankDescending.js";
import { TopKDecision } from "./TopKDecision.js";
import { type TuningMetric, tuningMetrics } from "./TuningMetric.js";
import { tuningScore } from "./tuningScore.js";
import { validationData } from "./validationData.js";

export interface TopKOptions {
  /** The F1 to maximise; default `micro`. */
  readonly metric?: TuningMetric;
}

/**
 * The rule `top-k`: predicts the same number k of labels for every example, the k in 1…classes with the highest F1
 * on the validation data, of equal ones the smallest.
 * @throws RangeError when there is no such metric
 */
export function topK(options: TopKOptions = {}): DecisionRule {
  const { metric = "micro" } = checkedOptions(options, "metric");
  checkOneOf("metric", metric, tuningMetrics);
  return {
    name: "top-k",
    fit(validationScores, validationLabels) {
      const { scores, labels } = validationData(validationScores, validationLabels);
      return new TopKDecision(bestK(scores, labels, metric), scores.cols);
    },
  };
}

function bestK(scores: ScoreMatrix, labels: LabelMatrix, metric: TuningMetric): number {
  const { rows, cols, data } = scores;
  const orders = Array.from({ length: rows }, (_, row) =>
    rankDescending(data.subarray(row * cols, (row + 1) * cols)),
  );
  const f1 = tuningScore(labels, metric);
  let best = { k: 1, value: 0 };
  for (let k = 1; k <= cols; k++) {
    // Each order has `cols` entries.
    orders.forEach((order, row) => {
      f1.accept(row * cols + order[k - 1]!);
    });
    const { value } = f1;
    if (isAbove(value, best.value)) best = { k, value };
  }
  return best.k;
}
