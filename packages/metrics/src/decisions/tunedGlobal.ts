import { checkedOptions } from "../checks/checkedOptions.js";
import { checkOneOf } from "../checks/checkOneOf.js";
import { bestThreshold } from "./bestThreshold.js";
import type { DecisionRule } from "./DecisionRule.js";
import { ThresholdDecision } from "./ThresholdDecision.js";
import { type TuningMetric, tuningMetrics } from "./TuningMetric.js";
import { tuningScore } from "./tuningScore.js";
import { validationData } from "./validationData.js";

export interface TunedGlobalOptions {
  /** The F1 to maximise; default `micro`. */
  readonly metric?: TuningMetric;
}

/**
 * The rule `tuned-global`: one threshold for all classes, the one with the highest F1 on the validation data.
 * Every distinct decision is tried, in O(NC log NC); the threshold lies midway between the scores that it parts.
 * Of thresholds with equal F1 the highest is taken. Without any true label it is 0.5.
 *
 * On calibrated scores the threshold of the best micro F1 is half that F1 (Lipton, Elkan & Naryanaswamy 2014).
 * @throws RangeError when there is no such metric
 */
export function tunedGlobal(options: TunedGlobalOptions = {}): DecisionRule {
  const { metric = "micro" } = checkedOptions(options, "metric");
  checkOneOf("metric", metric, tuningMetrics);
  const name = "tuned-global";
  return {
    name,
    fit(validationScores, validationLabels) {
      const { scores, labels } = validationData(validationScores, validationLabels);
      const best = bestThreshold(scores.data, tuningScore(labels, metric));
      return new ThresholdDecision(name, best ?? 0.5, scores.cols);
    },
  };
}
