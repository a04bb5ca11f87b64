import type { ConfusionOptions } from "./ConfusionOptions.js";
import { confusionValue } from "./confusionValue.js";
import type { ScoreLoss } from "./defineConfusionLoss.js";
import type { ReadyMetric } from "./MetricWithSlopes.js";

/** One minus the mean of a metric over the matrices. */
export function readyMetricLoss(
  metric: ReadyMetric,
  { average, smooth = 0, epsilon = 1e-16 }: ConfusionOptions,
): ScoreLoss {
  const smoothed = metric(smooth, epsilon);
  return (labels, scores) => confusionValue(labels, scores, smoothed, average);
}
