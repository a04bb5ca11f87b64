import { checkOptions } from "../options/checkOptions.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { confusionChecks } from "./confusionChecks.js";
import { defineSoftLoss } from "./defineSoftLoss.js";
import { meanF1 } from "./meanF1.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";

/** Options of `doubleSoftF1`. */
export interface DoubleSoftF1Options extends ConfusionOptions {}

/**
 * 1 − ½(F1⁺ + F1⁻) with F1⁺ = (2·tp + k) / (2·tp + fn + fp + ε + k) of the positives and
 * F1⁻ = (2·tn + k) / (2·tn + fn + fp + ε + k) of the negatives, of the soft counts tp = Σ p·y, fp = Σ p·(1−y),
 * fn = Σ (1−p)·y, tn = Σ (1−p)·(1−y) of the probabilities p = σ(z). Lies in [0, 1]. Scores are σ(z).
 *
 * A class without a positive in the batch still has a gradient, unlike in `softF1`: that of F1⁻.
 * @param options `average` "macro", `smooth` 0, `epsilon` 1e-16
 * @throws TypeError, RangeError naming the option and what was received
 * @see Maiza: The Unknown Benefits of using a Soft-F1 Loss in Classification Systems (2019)
 */
export function doubleSoftF1(options: DoubleSoftF1Options = {}): SurrogateLoss {
  checkOptions("doubleSoftF1", options, confusionChecks);
  return defineSoftLoss("double-soft-f1", meanF1, options);
}
