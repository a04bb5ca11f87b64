import { checkBeta } from "../checks/checkBeta.js";
import { checkedOptions } from "../checks/checkedOptions.js";
import { show } from "../checks/show.js";
import { bestThreshold } from "./bestThreshold.js";
import type { ClassMetric } from "./ClassMetric.js";
import { column } from "./column.js";
import type { DecisionRule } from "./DecisionRule.js";
import { GrowingClassScore } from "./GrowingClassScore.js";
import { ThresholdDecision } from "./ThresholdDecision.js";
import { validationData } from "./validationData.js";

export interface TunedPerClassOptions {
  /** What to maximise in each class; default `f1`. */
  readonly metric?: ClassMetric;
}

/**
 * The rule `tuned-per-class`: for each class the threshold with the highest F1, Fβ or MCC of that class on the
 * validation data, found exactly in O(N log N) per class. With `f1` it maximises macro F1 there. The threshold lies
 * midway between the scores that it parts; of equally good thresholds the highest is taken.
 *
 * A class in which no threshold brings the figure above 0 (one without positives; for MCC also one without negatives
 * or with scores that run backwards) takes the threshold that is best for all classes pooled, as in the micro
 * average; where there is none either, it is 0.5.
 * @throws TypeError or RangeError when there is no such metric
 */
export function tunedPerClass(options: TunedPerClassOptions = {}): DecisionRule {
  const { metric = "f1" } = checkedOptions(options, "metric");
  const name = "tuned-per-class";
  checkMetric(metric);
  return {
    name,
    fit(validationScores, validationLabels) {
      const { scores, labels } = validationData(validationScores, validationLabels);
      const best = (data: Float32Array, truth: Uint8Array) =>
        bestThreshold(data, new GrowingClassScore(truth, metric));
      const own = Array.from({ length: scores.cols }, (_, j) =>
        best(column(scores, j).data, column(labels, j).data),
      );
      // Ranking all entries is the costly part; done only where a class needs it.
      const pooled = own.includes(undefined) ? best(scores.data, labels.data) : undefined;
      return new ThresholdDecision(
        name,
        own.map((threshold) => threshold ?? pooled ?? 0.5),
      );
    },
  };
}

function checkMetric(metric: ClassMetric): void {
  if (metric === "f1" || metric === "mcc") return;
  if (typeof metric !== "object" || metric === null || typeof metric.fbeta !== "number") {
    throw new TypeError(`metric is ${show(metric)}; expected "f1", "mcc" or { fbeta: b }`);
  }
  checkBeta(metric.fbeta);
}
