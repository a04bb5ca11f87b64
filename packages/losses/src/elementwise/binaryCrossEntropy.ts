import { add, mul, sub, type Tensor2D } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { type PerClass, perClass } from "../options/perClass.js";
import { perClassTensor } from "../options/perClassTensor.js";
import { defineElementwiseLoss } from "./defineElementwiseLoss.js";
import type { ElementwiseLoss } from "./ElementwiseLoss.js";
import type { ElementwiseOptions } from "./ElementwiseOptions.js";
import { elementwiseChecks } from "./elementwiseChecks.js";
import { weightedCrossEntropy } from "./weightedCrossEntropy.js";

/** Options of `binaryCrossEntropy`. */
export interface BinaryCrossEntropyOptions extends ElementwiseOptions {
  /** w > 0, the weight of positives; a number or one per class. Default 1. */
  readonly posWeight?: PerClass;
  /** e in [0, 1]: labels become y(1−e) + e/2. Default 0. */
  readonly labelSmoothing?: number;
}

/**
 * Cross-entropy of independent classes (CE): w·y·softplus(−z) + (1−y)·softplus(z) per entry, which at
 * w = 1 is softplus(z) − y·z. Labels are smoothed first. Scores are σ(z).
 * @param options `posWeight` 1, `labelSmoothing` 0, `reduction` "mean"
 * @throws TypeError, RangeError naming the option and what was received
 * @see Bishop: Pattern Recognition and Machine Learning (2007), section 4.3
 */
export function binaryCrossEntropy(options: BinaryCrossEntropyOptions = {}): ElementwiseLoss {
  checkOptions("binaryCrossEntropy", options, {
    posWeight: perClass(numberThat("a number above 0", (w) => w > 0)),
    labelSmoothing: numberThat("a number in [0, 1]", (e) => e >= 0 && e <= 1),
    ...elementwiseChecks,
  });
  const { posWeight = 1, labelSmoothing: e = 0 } = options;
  return defineElementwiseLoss("binary-cross-entropy", options, (labels, logits) => {
    const y: Tensor2D = e === 0 ? labels : add(mul(labels, 1 - e), e / 2);
    const w = perClassTensor("posWeight", posWeight, labels.shape[1]);
    return weightedCrossEntropy(w === 1 ? y : mul(y, w), sub(1, y), logits);
  });
}
