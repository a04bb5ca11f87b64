import { add, neg, sub } from "@tensorflow/tfjs-core";
import type { ReadyMetric } from "./MetricWithSlopes.js";

/**
 * The metric m of the negative class, that is of scores 1 − s and labels 1 − y: by s its slope is
 * −(1 − y)·∂m/∂tp − ∂m/∂predicted.
 */
export const ofNegatives =
  (metric: ReadyMetric): ReadyMetric =>
  (smooth, epsilon) =>
  (s, y, total) => {
    const m = metric(smooth, epsilon)(sub(1, s), sub(1, y), total);
    return { ...m, byPredicted: neg(add(m.byTp, m.byPredicted)) };
  };
