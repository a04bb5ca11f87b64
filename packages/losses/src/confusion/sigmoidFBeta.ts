import type { Tensor2D } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { confusionChecks } from "./confusionChecks.js";
import { defineFBetaLoss } from "./defineFBetaLoss.js";
import type { ScaledSigmoidOptions } from "./ScaledSigmoidOptions.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { saturation } from "./saturation.js";
import { scaledSigmoid } from "./scaledSigmoid.js";
import { scaledSigmoidChecks } from "./scaledSigmoidChecks.js";

/** Options of `sigmoidFBeta`. */
export interface SigmoidFBetaOptions extends ConfusionOptions, ScaledSigmoidOptions {
  /**
   * b in [0, 10⁶], the F-measure's own β: recall counts b times as much as precision. 0 is precision, and
   * 1 (default) F1; not to be confused with `beta`, the steepness of S.
   */
  readonly b?: number;
}

/**
 * 1 − ((1+b²)·tp + k) / ((1+b²)·tp + b²·fn + fp + ε + k) with the soft counts tp = Σ s·y, fp = Σ s·(1−y),
 * fn = Σ (1−s)·y of the scores s = S(z; β, η) = 1 / (1 + exp(−β(z + η))). Lies in [0, 1] and tends to
 * 1 − F_b at the threshold z ≥ −η as β grows. Equals `sigmoidF1` at b 1. Scores are s.
 *
 * With `smooth` k = 0 a class without a positive in the batch adds the constant 1 and no gradient: take
 * large batches (256) or fill them class by class.
 * @param options `b` 1, `beta` 1, `eta` 0, `on` "logits", `average` "macro", `smooth` 0, `epsilon` 1e-16
 * @throws TypeError, RangeError naming the option and what was received
 * @see van Rijsbergen: Information Retrieval (1979), ch. 7; Bénédict, Koops, Odijk, de Rijke: sigmoidF1
 *   (TMLR 2022), eq. 7–8
 */
export function sigmoidFBeta(options: SigmoidFBetaOptions = {}): SurrogateLoss {
  checkOptions("sigmoidFBeta", options, {
    // beyond it float32 has no room for b² beside the scores' totals
    b: numberThat("a number in [0, 1e6]", (b) => b >= 0 && b <= 1e6),
    ...scaledSigmoidChecks,
    ...confusionChecks,
  });
  const { b = 1, beta = 1, eta = 0, on = "logits" } = options;
  const s = { beta, eta, on };
  return defineFBetaLoss("sigmoid-f-beta", b, options, (logits) => scaledSigmoid(logits, s), {
    saturation: (logits: Tensor2D) => saturation(logits, s),
  });
}
