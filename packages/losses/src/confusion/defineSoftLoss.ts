import { sigmoid, type Tensor2D } from "@tensorflow/tfjs-core";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { defineConfusionLoss } from "./defineConfusionLoss.js";
import type { ReadyMetric } from "./MetricWithSlopes.js";
import { readyMetricLoss } from "./readyMetricLoss.js";
import type { SurrogateLoss } from "./SurrogateLoss.js";
import { saturation } from "./saturation.js";

/** One minus a metric of the probabilities σ(z). */
export const defineSoftLoss = (
  name: string,
  metric: ReadyMetric,
  options: ConfusionOptions,
): SurrogateLoss =>
  defineConfusionLoss(name, readyMetricLoss(metric, options), (logits) => sigmoid(logits), {
    saturation: (logits: Tensor2D) => saturation(logits),
  });
