import { sigmoid, type Tensor2D } from "@tensorflow/tfjs-core";
import type { SmoothedMetric } from "./ConfusionMetric.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { defineConfusionLoss } from "./defineConfusionLoss.js";
import { oneMinusMetric } from "./oneMinusMetric.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { saturation } from "./saturation.js";

/** One minus a metric of the probabilities σ(z). */
export const defineSoftLoss = (
  name: string,
  metric: SmoothedMetric,
  options: ConfusionOptions,
): SurrogateLoss =>
  defineConfusionLoss(name, oneMinusMetric(metric, options), (logits) => sigmoid(logits), {
    saturation: (logits: Tensor2D) => saturation(logits),
  });
