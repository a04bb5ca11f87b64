import { clipByValue, mul, sub } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { defineElementwiseLoss } from "./defineElementwiseLoss.js";
import type { ElementwiseLoss } from "./ElementwiseLoss.js";
import type { ElementwiseOptions } from "./ElementwiseOptions.js";
import { elementwiseChecks } from "./elementwiseChecks.js";
import { functionalMargin } from "./functionalMargin.js";

/** Options of `smoothHinge`. */
export interface SmoothHingeOptions extends ElementwiseOptions {}

/**
 * Rennie's smooth hinge loss of independent classes: with u = (2y − 1)·z per entry, ½ − u for u ≤ 0,
 * ½(1 − u)² for 0 < u < 1 and 0 beyond. Its slope by u is −1, −(1 − u) and 0, without a jump. A label between
 * 0 and 1 shrinks u: 0.5 gives the constant ½. Scores are σ(z), a monotone reading of z and no calibrated
 * probability.
 * @param options `reduction` "mean"
 * @throws TypeError, RangeError naming the option and what was received
 * @see Rennie: Smooth Hinge Classification (2005)
 */
export function smoothHinge(options: SmoothHingeOptions = {}): ElementwiseLoss {
  checkOptions("smoothHinge", options, elementwiseChecks);
  return defineElementwiseLoss("smooth-hinge", options, (labels, logits) => {
    // all three cases are c·((1 − u) − c/2) with c = 1 − u clipped to [0, 1]
    const distance = sub(1, functionalMargin(labels, logits));
    const c = clipByValue(distance, 0, 1);
    return mul(c, sub(distance, mul(c, 0.5)));
  });
}
