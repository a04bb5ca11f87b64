import { calibrate } from "../calibration/calibrate.js";
import { fitPlattScaling } from "../calibration/fitPlattScaling.js";
import type { PlattScaling } from "../calibration/PlattScaling.js";
import { checkClasses } from "../checks/checkClasses.js";
import { checkScores } from "../checks/checkScores.js";
import { checkValidation } from "../checks/checkValidation.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import { column } from "./column.js";
import type { Decision, DecisionRule } from "./DecisionRule.js";
import { decideTop } from "./decideTop.js";
import { expectedF1 } from "./expectedF1.js";

export interface GfmOptions {
  /**
   * How scores become probabilities: `platt` (default) fits {@link PlattScaling} per class on the validation data,
   * `none` takes the scores as they are.
   */
  readonly calibration?: "platt" | "none";
  /** The F1 of predicting nothing when nothing is true; with 0 (default) every example gets a label. */
  readonly zeroDivision?: ZeroDivision;
}

/** Predicts for each example the set of labels with the highest expected F1. */
export interface GfmDecision extends Decision {
  readonly zeroDivision: ZeroDivision;
  readonly classes: number;
  /** One per class; `null` when scores are taken as probabilities. */
  readonly scalings: readonly PlattScaling[] | null;
}

/**
 * The rule `gfm`: for each example the set of labels that maximises its expected F1 (Dembczyński et al. 2011), exactly,
 * taking the marginal probabilities for true and the labels for independent given the example. The best set then
 * consists of the k most probable labels (Lewis 1995), with k from {@link expectedF1}; of equal ones the smallest.
 *
 * Scores of a loss such as sigmoidF1 are no probabilities, so `fit` calibrates each class on the validation data. A class
 * without positives there gets the smoothed rate 1/(N + 2) for every example.
 */
export function gfm({ calibration = "platt", zeroDivision = 0 }: GfmOptions = {}): DecisionRule {
  const name = "gfm";
  return {
    name,
    fit(validation, labels): GfmDecision {
      checkValidation(validation, labels);
      const classes = validation.cols;
      const scalings =
        calibration === "none"
          ? null
          : Array.from({ length: classes }, (_, j) =>
              fitPlattScaling(column(validation, j).data, column(labels, j).data),
            );
      return {
        rule: name,
        zeroDivision,
        classes,
        scalings,
        decide(scores) {
          checkScores(scores);
          checkClasses(name, classes, scores);
          // Entry k belongs to class k % classes, which has a scaling.
          const data = scalings
            ? scores.data.map((score, k) => calibrate(scalings[k % classes]!, score))
            : scores.data;
          return decideTop({ ...scores, data }, (falling) =>
            indexOfMax(expectedF1(falling, zeroDivision)),
          );
        },
      };
    },
  };
}

function indexOfMax(values: Float64Array): number {
  return values.reduce((best, value, k) => (value > values[best]! ? k : best), 0);
}
