import { scalar, type Tensor2D } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { oneOf } from "../options/oneOf.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { confusionChecks } from "./confusionChecks.js";
import { defineFBetaLoss } from "./defineFBetaLoss.js";
import type { ScaledSigmoidOptions } from "./ScaledSigmoidOptions.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { saturation } from "./saturation.js";
import { scaledSigmoid } from "./scaledSigmoid.js";
import { scaledSigmoidChecks } from "./scaledSigmoidChecks.js";
import { type Curve, scheduleAt } from "./scheduleAt.js";

/** Options of `adaptiveSigmoidF1`. */
export interface AdaptiveSigmoidF1Options
  extends ConfusionOptions,
    Omit<ScaledSigmoidOptions, "beta"> {
  /** β of the first epoch, above 0. Default 1. */
  readonly from?: number;
  /** β of the last epoch, above 0. Default 10. */
  readonly to?: number;
  /** The way between them: `linear`, `geometric` (default) or `cosine`. */
  readonly curve?: Curve;
}

/** The loss whose `schedule.beta` is its current β. */
export interface AdaptiveSigmoidF1 extends SurrogateLoss {
  readonly schedule: { readonly beta: number };
  onEpochBegin(epoch: number, epochs: number): void;
}

const { beta: _, ...offsetChecks } = scaledSigmoidChecks;
const steepness = numberThat("a number above 0", (beta) => beta > 0);

/**
 * SAdF1: `sigmoidF1` whose β moves from `from` to `to` over the epochs, so that a smooth loss comes
 * first and one close to F1 last. β moves only when `onEpochBegin(epoch, epochs)` is called; before
 * that it is `from`. It enters each call as a scalar tensor made from `schedule.beta`, or as the tensor
 * given as the call's third argument, `{ beta }`. Scores are S at the current β; 0.5 means z ≥ −η at
 * any β.
 * @param options `from` 1, `to` 10, `curve` "geometric", and all of `sigmoidF1` but `beta`
 * @throws TypeError, RangeError naming the option and what was received
 */
export function adaptiveSigmoidF1(options: AdaptiveSigmoidF1Options = {}): AdaptiveSigmoidF1 {
  checkOptions("adaptiveSigmoidF1", options, {
    from: steepness,
    to: steepness,
    curve: oneOf("linear", "geometric", "cosine"),
    ...offsetChecks,
    ...confusionChecks,
  });
  const { from = 1, to = 10, curve = "geometric", eta = 0, on = "logits" } = options;
  let beta = from;
  return defineFBetaLoss(
    "adaptive-sigmoid-f1",
    1,
    options,
    (logits, inputs) => scaledSigmoid(logits, { eta, on }, inputs?.beta ?? scalar(beta)),
    {
      get schedule() {
        return { beta };
      },
      onEpochBegin(epoch: number, epochs: number) {
        beta = scheduleAt(curve, from, to, epoch, epochs);
      },
      saturation: (logits: Tensor2D) => saturation(logits, { beta, eta, on }),
    },
  );
}
