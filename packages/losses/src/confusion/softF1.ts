import { checkOptions } from "../options/checkOptions.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { confusionChecks } from "./confusionChecks.js";
import { defineSoftLoss } from "./defineSoftLoss.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { tverskyIndex } from "./tverskyIndex.js";

/** Options of `softF1`. */
export interface SoftF1Options extends ConfusionOptions {}

/**
 * 1 − 2·tp / (2·tp + fn + fp + ε) with the soft counts tp = Σ p·y, fp = Σ p·(1−y), fn = Σ (1−p)·y of
 * the probabilities p = σ(z): macroSoftF1, "unboundedF1" in the sigmoidF1 paper. Equals `sigmoidF1`
 * at β 1, η 0. Lies in [0, 1]. Scores are σ(z).
 *
 * With `smooth` 0 a class without a positive in the batch adds the constant 1 and no gradient: take
 * large batches (256) or fill them class by class.
 * @param options `average` "macro", `smooth` 0, `epsilon` 1e-16
 * @throws TypeError, RangeError naming the option and what was received
 * @see Chang et al. 2019; Maiza: The Unknown Benefits of using a Soft-F1 Loss in Classification
 *   Systems (2019)
 */
export function softF1(options: SoftF1Options = {}): SurrogateLoss {
  checkOptions("softF1", options, confusionChecks);
  return defineSoftLoss("soft-f1", tverskyIndex(2, 1, 1), options);
}
