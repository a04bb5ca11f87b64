import { fitPlattScaling } from "../calibration/fitPlattScaling.js";
import { checkedOptions } from "../checks/checkedOptions.js";
import { checkNumber } from "../checks/checkNumber.js";
import { checkOneOf } from "../checks/checkOneOf.js";
import { checkZeroDivision } from "../checks/checkZeroDivision.js";
import { positive } from "../checks/NumberKind.js";
import { column } from "./column.js";
import type { DecisionRule } from "./DecisionRule.js";
import type { ExpectedFOptions } from "./ExpectedFOptions.js";
import { GfmDecision } from "./GfmDecision.js";
import { validationData } from "./validationData.js";

export interface GfmOptions extends ExpectedFOptions {
  /**
   * How scores become probabilities: `platt` (default) fits a `PlattScaling` per class on the validation data,
   * `none` takes the scores as they are.
   */
  readonly calibration?: "platt" | "none";
}

/**
 * The rule `gfm`: for each example the set of labels that maximises its expected Fβ (Dembczyński et al. 2011), exactly,
 * taking the marginal probabilities for true and the labels for independent given the example. The best set then
 * consists of the k most probable labels (Lewis 1995), with k from `expectedFbeta`; of equally good ones the smallest. Labels
 * that depend on each other, with joint probabilities known, are the business of `expectedFMaximizer`. With `zeroDivision: 0`
 * (default) every example gets a label, unless all have the probability 0; with 1 it may get none.
 *
 * Scores of a loss such as sigmoidF1 are no probabilities, so `fit` calibrates each class on the validation data. A class
 * without positives there gets the smoothed rate 1/(N + 2) for every example. O(classes²) per example.
 * @throws RangeError when an option is out of range
 */
export function gfm(options: GfmOptions = {}): DecisionRule {
  const {
    calibration = "platt",
    beta = 1,
    zeroDivision = 0,
  } = checkedOptions(options, "calibration", "beta", "zeroDivision");
  checkOneOf("calibration", calibration, ["platt", "none"]);
  checkNumber("beta", beta, positive);
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
      return new GfmDecision({ beta, zeroDivision }, classes, scalings);
    },
  };
}
