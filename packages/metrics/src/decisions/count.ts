import { fitCountScaling } from "../calibration/fitCountScaling.js";
import { checkedOptions } from "../checks/checkedOptions.js";
import { checkOneOf } from "../checks/checkOneOf.js";
import { CountDecision } from "./CountDecision.js";
import { checkCounts } from "./checkCounts.js";
import type { DecisionRule } from "./DecisionRule.js";
import { rowSums } from "./rowSums.js";
import { validationData } from "./validationData.js";

export interface CountOptions {
  /**
   * What `fit` makes of given counts: `none` (default) takes them as they are, `linear` maps them by the line
   * slope · n̂ + offset with slope ≥ 0 of the least squared error on the validation examples, for which `fit` needs theirs.
   */
  readonly calibration?: "none" | "linear";
}

/**
 * The rule `count`: predicts n̂ labels for each example, those with the highest scores, of equal scores the first
 * classes (ML-Net; Du et al. 2019). n̂ is an estimate of the example's number of labels that is given beside the scores,
 * as `decide(scores, counts)`, for example by a network's second head; it is rounded to the nearest integer (halves
 * upwards) and clipped to [0, classes].
 *
 * Without counts in `fit` and `decide`, n̂ is estimated from the example's sum of scores, which is its expected number
 * of labels if the scores are probabilities, by the least-squares line on the validation data. A rule fitted with counts decides
 * with counts only.
 * @throws RangeError when there is no such calibration
 */
export function count(options: CountOptions = {}): DecisionRule {
  const { calibration = "none" } = checkedOptions(options, "calibration");
  checkOneOf("calibration", calibration, ["none", "linear"]);
  return {
    name: "count",
    fit(validationScores, validationLabels, counts) {
      const { scores, labels } = validationData(validationScores, validationLabels);
      const asGiven = calibration === "none" ? { slope: 1, offset: 0 } : null;
      const truth = rowSums(labels);
      if (!counts) {
        return new CountDecision(scores.cols, asGiven, fitCountScaling(rowSums(scores), truth));
      }
      checkCounts(counts, scores.rows);
      return new CountDecision(scores.cols, asGiven ?? fitCountScaling(counts, truth), null);
    },
  };
}
