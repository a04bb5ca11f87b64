import { checkValidation } from "../checks/checkValidation.js";
import { bestThreshold } from "./bestThreshold.js";
import type { DecisionRule } from "./DecisionRule.js";
import { ThresholdDecision } from "./ThresholdDecision.js";
import type { TuningMetric } from "./TuningMetric.js";

export interface TunedGlobalOptions {
  /** The F1 to maximise; default `micro`. */
  readonly metric?: TuningMetric;
}

/**
 * The rule `tuned-global`: one threshold for all classes, the one with the highest F1 on the validation data.
 * Every distinct decision is tried, in O(NC log NC); the threshold lies midway between the scores that it parts.
 * Of thresholds with equal F1 the highest is taken. Without any true label it is 0.5.
 */
export function tunedGlobal({ metric = "micro" }: TunedGlobalOptions = {}): DecisionRule {
  const name = "tuned-global";
  return {
    name,
    fit(scores, labels) {
      checkValidation(scores, labels);
      return new ThresholdDecision(name, bestThreshold(scores, labels, metric) ?? 0.5);
    },
  };
}
