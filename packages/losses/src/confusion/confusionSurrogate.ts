import type { Tensor2D } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { confusionChecks } from "./confusionChecks.js";
import { defineConfusionLoss } from "./defineConfusionLoss.js";
import { type MetricOptions, metricCheck, metricLoss } from "./metricLoss.js";
import type { ScaledSigmoidOptions } from "./ScaledSigmoidOptions.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { saturation } from "./saturation.js";
import { scaledSigmoid } from "./scaledSigmoid.js";
import { scaledSigmoidChecks } from "./scaledSigmoidChecks.js";

/** Options of `confusionSurrogate`. */
export interface ConfusionSurrogateOptions extends MetricOptions, ScaledSigmoidOptions {}

/**
 * 1 − m(tp, fp, fn, tn) for a metric m of the confusion matrix, with the soft counts tp = Σ s·y,
 * fp = Σ s·(1−y), fn = Σ (1−s)·y, tn = Σ (1−s)·(1−y) of the scores s = S(z; β, η) = 1 / (1 + exp(−β(z + η))).
 * Tends to one minus the metric at the threshold z ≥ −η as β grows. Scores are s.
 *
 * `metric` names a ready-made one or is a function from `{ tp, fp, fn, tn }`, tensors with one entry per
 * matrix ([1, classes] with "macro", [1, 1] with "micro", [examples, 1] with "samples"), to a tensor of the
 * same shape, made of tfjs operations that have a gradient:
 *
 *     const bookmaker = ({ tp, fp, fn, tn }) =>
 *       tf.sub(
 *         tf.add(tf.div(tp, tf.add(tf.add(tp, fn), 1e-16)), tf.div(tn, tf.add(tf.add(tn, fp), 1e-16))),
 *         1,
 *       );
 *     const loss = confusionSurrogate({ metric: bookmaker });
 *
 * Cells may be 0; the small number in the denominator keeps such a metric, and its gradient, finite.
 * It takes no `epsilon` and no `smooth`. Ready-made metrics are
 *
 * - "precision" (tp + k) / (tp + fp + ε + k), "recall" (tp + k) / (tp + fn + ε + k),
 * - "specificity" (tn + k) / (tn + fp + ε + k), "npv" (tn + k) / (tn + fn + ε + k),
 * - "accuracy" (tp + tn + k) / (tp + tn + fp + fn + ε + k),
 * - "jaccard" (tp + k) / (tp + fp + fn + ε + k), "f1" (2·tp + k) / (2·tp + fp + fn + ε + k),
 * - "mcc" (tp·tn − fp·fn) / (√((tp+fp)(tp+fn) + ε) · √((tn+fp)(tn+fn) + ε)); its loss lies in [0, 2], the others'
 *   in [0, 1]. It takes no `smooth`.
 *
 * Precision, recall, specificity or NPV alone rewards predicting next to nothing or everything: they serve
 * as parts of a metric of one's own.
 * @param options `metric` "f1", `beta` 1, `eta` 0, `on` "logits", `average` "macro", `smooth` 0,
 *   `epsilon` 1e-16
 * @throws TypeError, RangeError naming the option and what was received; a call, too, where a metric of
 *   one's own gives anything but one value per matrix
 * @see Bénédict, Koops, Odijk, de Rijke: sigmoidF1 (TMLR 2022), the table of metrics as losses
 */
export function confusionSurrogate(options: ConfusionSurrogateOptions = {}): SurrogateLoss {
  checkOptions("confusionSurrogate", options, {
    metric: metricCheck,
    ...scaledSigmoidChecks,
    ...confusionChecks,
  });
  const { beta = 1, eta = 0, on = "logits" } = options;
  const s = { beta, eta, on };
  return defineConfusionLoss(
    "confusion-surrogate",
    metricLoss("confusionSurrogate", options),
    (logits) => scaledSigmoid(logits, s),
    { saturation: (logits: Tensor2D) => saturation(logits, s) },
  );
}
