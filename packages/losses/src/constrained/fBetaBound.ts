import { add, div, mean, mul, relu, type Scalar, sigmoid, sub } from "@tensorflow/tfjs-core";
import { defineLoss } from "../defineLoss.js";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { hingeBounds } from "./hingeBounds.js";

/** Options of `fBetaBound`. */
export interface FBetaBoundOptions {
  /** b in [0.001, 1e6], the F-measure's own β: recall weighs b times as much as precision. Default 1. */
  readonly b?: number;
}

/** Turns 0/0 of a class without positives into 0. */
const EPSILON = 1e-16;

/**
 * 1 − (1+b²)·tp / (b²·|Y⁺| + max(tp, 0) + fp + ε) per class, the mean over the classes, with the hinge bounds
 * tp = |Y⁺| − Σ y·max(0, 1−z) of the true positives from below and fp = Σ (1−y)·max(0, 1+z) of the false positives from
 * above: never less than 1 − F_b at the threshold z ≥ 0. Scores are σ(z). ε is 1e-16.
 *
 * Where the bound is vacuous, tp < 0, the loss is above 1; the max keeps its denominator positive there, and leaves value
 * and slope continuous at tp = 0. A class without a positive in the batch adds the constant 1 and no gradient: take large
 * batches (256) or fill them class by class.
 * @param options `b` 1
 * @throws TypeError, RangeError naming the option and what was received
 * @see Eban et al.: Scalable Learning of Non-Decomposable Objectives (AISTATS 2017), section 5
 */
export function fBetaBound(options: FBetaBoundOptions = {}): MultilabelLoss {
  checkOptions("fBetaBound", options, {
    b: numberThat("a number in [0.001, 1e6]", (b) => b >= 0.001 && b <= 1e6),
  });
  const { b = 1 } = options;
  return defineLoss(
    "f-beta-bound",
    {
      value(labels, logits) {
        const { falseNegatives, falsePositives, positives } = hingeBounds(labels, logits);
        const tp = sub(positives, falseNegatives);
        const least = add(mul(positives, b * b), EPSILON);
        const f = div(mul(tp, 1 + b * b), add(add(least, relu(tp)), falsePositives));
        return sub(1, mean(f)) as Scalar;
      },
      scores: (logits) => sigmoid(logits),
    },
    {},
  );
}
