import type { OptionCheck } from "../options/OptionCheck.js";
import { oneOf } from "../options/oneOf.js";
import { show } from "../options/show.js";
import { accuracy } from "./accuracy.js";
import type { CellMetric } from "./CellMetric.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import type { ScoreLoss } from "./defineConfusionLoss.js";
import type { ReadyMetric } from "./MetricWithSlopes.js";
import { matthews } from "./matthews.js";
import { ofNegatives } from "./ofNegatives.js";
import { ownMetricLoss } from "./ownMetricLoss.js";
import { readyMetricLoss } from "./readyMetricLoss.js";
import { tverskyIndex } from "./tverskyIndex.js";

/** Options of the losses that take any metric of the confusion matrix. */
export interface MetricOptions extends ConfusionOptions {
  /** A ready-made metric by its name, or a function of the matrices' cells. Default "f1". */
  readonly metric?: ConfusionMetricName | CellMetric;
}

const precision = tverskyIndex(1, 1, 0);
const recall = tverskyIndex(1, 0, 1);

const ready = {
  precision,
  recall,
  specificity: ofNegatives(recall),
  npv: ofNegatives(precision),
  accuracy,
  jaccard: tverskyIndex(1, 1, 1),
  f1: tverskyIndex(2, 1, 1),
  mcc: matthews,
} satisfies Record<string, ReadyMetric>;

/** The ready-made metrics of the confusion matrix. */
export type ConfusionMetricName = keyof typeof ready;

const named = oneOf(...Object.keys(ready));
const isOwn = (metric: unknown): metric is CellMetric => typeof metric === "function";

export const metricCheck: OptionCheck = {
  expected: `${named.expected}, or a function`,
  hasType: (value) => isOwn(value) || named.hasType(value),
  inRange: (value) => isOwn(value) || named.inRange(value),
};

/**
 * One minus the mean of the metric over the matrices.
 * @throws RangeError for an option that has no meaning for the metric
 */
export function metricLoss(factory: string, options: MetricOptions): ScoreLoss {
  const { metric = "f1", average } = options;
  const own = isOwn(metric);
  for (const key of ["smooth", "epsilon"] as const)
    if (options[key] && (own || (metric === "mcc" && key === "smooth")))
      throw new RangeError(
        `${factory}: option "${key}" has no meaning for ${show(metric)}; received ${options[key]}`,
      );
  return own ? ownMetricLoss(factory, metric, average) : readyMetricLoss(ready[metric], options);
}
