import { relu, sub } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { defineElementwiseLoss } from "./defineElementwiseLoss.js";
import type { ElementwiseLoss } from "./ElementwiseLoss.js";
import type { ElementwiseOptions } from "./ElementwiseOptions.js";
import { elementwiseChecks } from "./elementwiseChecks.js";
import { functionalMargin } from "./functionalMargin.js";

/** Options of `hinge`. */
export interface HingeOptions extends ElementwiseOptions {}

/**
 * Hinge loss of independent classes: max(0, 1 − u) per entry, with u = (2y − 1)·z. At its kink u = 1 the
 * gradient is that of the flat side, 0. A label between 0 and 1 shrinks u, as in `tf.losses.hingeLoss`: 0.5
 * gives the constant 1. Scores are σ(z), a monotone reading of z and no calibrated probability.
 * @param options `reduction` "mean"
 * @throws TypeError, RangeError naming the option and what was received
 * @see Cortes, Vapnik: Support-Vector Networks (1995); Rennie: Smooth Hinge Classification (2005)
 */
export function hinge(options: HingeOptions = {}): ElementwiseLoss {
  checkOptions("hinge", options, elementwiseChecks);
  return defineElementwiseLoss("hinge", options, (labels, logits) =>
    relu(sub(1, functionalMargin(labels, logits))),
  );
}
