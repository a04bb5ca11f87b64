import { fitPlattScaling } from "../calibration/fitPlattScaling.js";
import { checkZeroDivision } from "../checks/checkZeroDivision.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import { column } from "./column.js";
import type { DecisionRule } from "./DecisionRule.js";
import { GfmDecision } from "./GfmDecision.js";
import { validationData } from "./validationData.js";

export interface GfmOptions {
  /**
   * How scores become probabilities: `platt` (default) fits a `PlattScaling` per class on the validation data,
   * `none` takes the scores as they are.
   */
  readonly calibration?: "platt" | "none";
  /** The F1 of predicting nothing when nothing is true; with 0 (default) every example gets a label. */
  readonly zeroDivision?: ZeroDivision;
}

/**
 * The rule `gfm`: for each example the set of labels that maximises its expected F1 (Dembczyński et al. 2011), exactly,
 * taking the marginal probabilities for true and the labels for independent given the example. The best set then
 * consists of the k most probable labels (Lewis 1995), with k from `expectedF1`; of equal ones the smallest. Labels
 * that depend on each other, with joint probabilities known, are the business of `expectedFMaximizer`.
 *
 * Scores of a loss such as sigmoidF1 are no probabilities, so `fit` calibrates each class on the validation data. A class
 * without positives there gets the smoothed rate 1/(N + 2) for every example.
 * @throws RangeError when `zeroDivision` is neither 0 nor 1
 */
export function gfm({ calibration = "platt", zeroDivision = 0 }: GfmOptions = {}): DecisionRule {
  checkZeroDivision(zeroDivision);
  return {
    name: "gfm",
    fit(validationScores, validationLabels) {
      const { scores, labels } = validationData(validationScores, validationLabels);
      const classes = scores.cols;
      const scalings =
        calibration === "none"
          ? null
          : Array.from({ length: classes }, (_, j) =>
              fitPlattScaling(column(scores, j).data, column(labels, j).data),
            );
      return new GfmDecision(zeroDivision, classes, scalings);
    },
  };
}
