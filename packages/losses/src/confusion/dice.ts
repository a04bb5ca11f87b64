import { checkOptions } from "../options/checkOptions.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { confusionChecks } from "./confusionChecks.js";
import { defineSoftLoss } from "./defineSoftLoss.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { tverskyIndex } from "./tverskyIndex.js";

/** Options of `dice`. */
export interface DiceOptions extends ConfusionOptions {}

/**
 * 1 − (2·tp + k) / (2·tp + fp + fn + ε + k) with the soft counts tp = Σ p·y, fp = Σ p·(1−y), fn = Σ (1−p)·y of
 * the probabilities p = σ(z): Dice's coefficient as image segmentation writes it. It is F1, so this is
 * `softF1` under its other name, and `tversky` with both weights ½ (there with half the k). Lies in
 * [0, 1]. Scores are σ(z). The squares that some put into the denominator are not there.
 *
 * With `smooth` k = 0 a class without a positive in the batch adds the constant 1 and no gradient: take
 * large batches (256) or fill them class by class.
 * @param options `average` "macro", `smooth` 0, `epsilon` 1e-16
 * @throws TypeError, RangeError naming the option and what was received
 * @see Salehi, Erdogmus, Gholipour: Tversky Loss Function for Image Segmentation (2017)
 */
export function dice(options: DiceOptions = {}): SurrogateLoss {
  checkOptions("dice", options, confusionChecks);
  return defineSoftLoss("dice", tverskyIndex(2, 1, 1), options);
}
