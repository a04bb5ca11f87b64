import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { confusionChecks } from "./confusionChecks.js";
import { defineSoftLoss } from "./defineSoftLoss.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { tverskyIndex } from "./tverskyIndex.js";

/** Options of `tversky`. */
export interface TverskyOptions extends ConfusionOptions {
  /** a in [0, 1000], the weight of false positives: the paper's α. Default 0.3. */
  readonly fpWeight?: number;
  /** c in [0, 1000], the weight of false negatives: the paper's β. Default 0.7. */
  readonly fnWeight?: number;
}

// Beyond it the weights drown tp in float32.
const weight = numberThat("a number in [0, 1000]", (a) => a >= 0 && a <= 1000);

/**
 * 1 − (tp + k) / (tp + a·fp + c·fn + ε + k) with the soft counts tp = Σ p·y, fp = Σ p·(1−y), fn = Σ (1−p)·y of
 * the probabilities p = σ(z) and the weights a of false positives and c of false negatives: above ½ a
 * weight counts its error more than `softF1` does. (½, ½) is `dice`, (1, 1) `softJaccard`, (1, 0) precision,
 * (0, 1) recall. Lies in [0, 1]. Scores are σ(z).
 *
 * With `smooth` k = 0 a class without a positive in the batch adds the constant 1 and no gradient: take
 * large batches (256) or fill them class by class.
 * @param options `fpWeight` 0.3, `fnWeight` 0.7 (not both 0), `average` "macro", `smooth` 0, `epsilon` 1e-16
 * @throws TypeError, RangeError naming the option and what was received
 * @see Salehi, Erdogmus, Gholipour: Tversky Loss Function for Image Segmentation (2017)
 */
export function tversky(options: TverskyOptions = {}): SurrogateLoss {
  checkOptions("tversky", options, { fpWeight: weight, fnWeight: weight, ...confusionChecks });
  const { fpWeight = 0.3, fnWeight = 0.7 } = options;
  if (fpWeight === 0 && fnWeight === 0)
    throw new RangeError(
      'tversky: options "fpWeight" and "fnWeight" must not both be 0, for no error would count; received 0 and 0',
    );
  return defineSoftLoss("tversky", tverskyIndex(1, fpWeight, fnWeight), options);
}
