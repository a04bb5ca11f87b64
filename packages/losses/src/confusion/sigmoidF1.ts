import type { Tensor2D } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { confusionChecks } from "./confusionChecks.js";
import { defineFBetaLoss } from "./defineFBetaLoss.js";
import type { ScaledSigmoidOptions } from "./ScaledSigmoidOptions.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { saturation } from "./saturation.js";
import { scaledSigmoid } from "./scaledSigmoid.js";
import { scaledSigmoidChecks } from "./scaledSigmoidChecks.js";

/** Options of `sigmoidF1`. */
export interface SigmoidF1Options extends ConfusionOptions, ScaledSigmoidOptions {}

/**
 * 1 − 2·tp / (2·tp + fn + fp + ε) with the soft counts tp = Σ s·y, fp = Σ s·(1−y), fn = Σ (1−s)·y of
 * the scores s = S(z; β, η) = 1 / (1 + exp(−β(z + η))). Lies in [0, 1] and tends to 1 − F1 at the
 * threshold z ≥ −η as β grows. Scores are s, so that 0.5 means z ≥ −η.
 *
 * S acts on logits. The published code let it act on probabilities with β 10, η 1, where it is
 * saturated; `on: "probabilities"` runs that form.
 *
 * With `smooth` 0 a class without a positive in the batch adds the constant 1 and no gradient: take
 * large batches (256) or fill them class by class.
 * @param options `beta` 1, `eta` 0, `on` "logits", `average` "macro", `smooth` 0, `epsilon` 1e-16
 * @throws TypeError, RangeError naming the option and what was received
 * @see Bénédict, Koops, Odijk, de Rijke: sigmoidF1 (TMLR 2022), eq. 10–11
 */
export function sigmoidF1(options: SigmoidF1Options = {}): SurrogateLoss {
  checkOptions("sigmoidF1", options, { ...scaledSigmoidChecks, ...confusionChecks });
  const { beta = 1, eta = 0, on = "logits" } = options;
  const s = { beta, eta, on };
  return defineFBetaLoss("sigmoid-f1", 1, options, (logits) => scaledSigmoid(logits, s), {
    saturation: (logits: Tensor2D) => saturation(logits, s),
  });
}
