import { checkValidation } from "../checks/checkValidation.js";
import { bestThreshold } from "./bestThreshold.js";
import { column } from "./column.js";
import type { DecisionRule } from "./DecisionRule.js";
import { ThresholdDecision } from "./ThresholdDecision.js";

/**
 * The rule `tuned-per-class`: for each class the threshold with the highest F1 of that class on the validation
 * data, found exactly in O(N log N) per class. It maximises macro F1 there. The threshold lies midway between the
 * scores that it parts; of thresholds with equal F1 the highest is taken.
 *
 * A class without positives has no F1 to maximise and takes the threshold that maximises micro F1 over all
 * classes; without any true label that is 0.5.
 */
export function tunedPerClass(): DecisionRule {
  const name = "tuned-per-class";
  return {
    name,
    fit(scores, labels) {
      checkValidation(scores, labels);
      const own = Array.from({ length: scores.cols }, (_, j) =>
        bestThreshold(column(scores, j), column(labels, j), "micro"),
      );
      // Ranking all entries is the costly part; done only where a class needs it.
      const pooled = own.includes(undefined) ? bestThreshold(scores, labels, "micro") : undefined;
      return new ThresholdDecision(
        name,
        own.map((threshold) => threshold ?? pooled ?? 0.5),
      );
    },
  };
}
