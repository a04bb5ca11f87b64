import { checkOptions } from "../options/checkOptions.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { confusionChecks } from "./confusionChecks.js";
import { defineSoftLoss } from "./defineSoftLoss.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { tverskyIndex } from "./tverskyIndex.js";

/** Options of `softJaccard`. */
export interface SoftJaccardOptions extends ConfusionOptions {}

/**
 * 1 − (tp + k) / (tp + fp + fn + ε + k) with the soft counts tp = Σ p·y, fp = Σ p·(1−y), fn = Σ (1−p)·y of the
 * probabilities p = σ(z): one minus intersection over union. `tversky` with both weights 1; per matrix,
 * with k = 0, F/(2−F) of the F of `softF1`. Lies in [0, 1]. Scores are σ(z).
 *
 * With `smooth` k = 0 a class without a positive in the batch adds the constant 1 and no gradient: take
 * large batches (256) or fill them class by class.
 * @param options `average` "macro", `smooth` 0, `epsilon` 1e-16
 * @throws TypeError, RangeError naming the option and what was received
 * @see Salehi, Erdogmus, Gholipour: Tversky Loss Function for Image Segmentation (2017)
 */
export function softJaccard(options: SoftJaccardOptions = {}): SurrogateLoss {
  checkOptions("softJaccard", options, confusionChecks);
  return defineSoftLoss("soft-jaccard", tverskyIndex(1, 1, 1), options);
}
