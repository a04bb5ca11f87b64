import type { DecisionRule } from "./DecisionRule.js";
import { kneeOfCurve } from "./kneeOfCurve.js";
import { medianCurve } from "./medianCurve.js";
import { midway } from "./midway.js";
import { ThresholdDecision } from "./ThresholdDecision.js";
import { validationData } from "./validationData.js";

/**
 * The rule `knee`: one threshold for all classes, at the knee of the ordered median score curve of the validation data,
 * that is of the median over examples of the highest score, of the second highest, and so on. The labels are not
 * looked at.
 *
 * The knee is the point of the curve farthest from the chord between its ends (Satopää et al. 2011, "Finding a
 * Kneedle in a haystack"). The threshold lies midway over the step there: between the knee and the next rank for a
 * knee above the chord, between the rank before and the knee for one below. A curve that is flat or straight, and so
 * every curve of one or two classes, has no knee; the threshold is then 0.5.
 */
export function knee(): DecisionRule {
  const name = "knee";
  return {
    name,
    fit(validationScores, validationLabels) {
      const { scores } = validationData(validationScores, validationLabels);
      const curve = medianCurve(scores);
      const high = kneeOfCurve(curve);
      // 0 < high < classes.
      const threshold = high === undefined ? 0.5 : midway(curve[high]!, curve[high - 1]!);
      return new ThresholdDecision(name, threshold, scores.cols);
    },
  };
}
