import type { Tensor2D } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { confusionChecks } from "./confusionChecks.js";
import { defineConfusionLoss } from "./defineConfusionLoss.js";
import { type MetricOptions, metricCheck, metricLoss } from "./metricLoss.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { saturation } from "./saturation.js";
import { scaledSigmoid } from "./scaledSigmoid.js";

/** Options of `anyLoss`. */
export interface AnyLossOptions extends MetricOptions {
  /** L > 0, the paper's amplifier: how steep the scores are around p = ½. Default 73. */
  readonly scale?: number;
}

/**
 * AnyLoss: 1 − m(tp, fp, fn, tn) for a metric m of the confusion matrix, with the soft counts of
 * `confusionSurrogate` of the scores s = 1 / (1 + exp(−L(p − ½))), p = σ(z). This is `confusionSurrogate` on
 * probabilities with β = L and η = −½. Scores are s, so that 0.5 means z ≥ 0.
 *
 * At L 73 the scores come within 0.01 of 0 or 1, and are flat, where |p − ½| > 0.063 (|z| > 0.25).
 * @param options `scale` 73, `metric` "f1" (or any other, as in `confusionSurrogate`), `average` "macro",
 *   `smooth` 0, `epsilon` 1e-16
 * @throws TypeError, RangeError naming the option and what was received; a call, too, where a metric of
 *   one's own gives anything but one value per matrix
 * @see Han, Moniz, Chawla: AnyLoss: Transforming Classification Metrics into Loss Functions (KDD 2024)
 */
export function anyLoss(options: AnyLossOptions = {}): SurrogateLoss {
  checkOptions("anyLoss", options, {
    scale: numberThat("a number above 0", (scale) => scale > 0),
    metric: metricCheck,
    ...confusionChecks,
  });
  const s = { beta: options.scale ?? 73, eta: -0.5, on: "probabilities" } as const;
  return defineConfusionLoss(
    "any-loss",
    metricLoss("anyLoss", options),
    (logits) => scaledSigmoid(logits, s),
    { saturation: (logits: Tensor2D) => saturation(logits, s) },
  );
}
