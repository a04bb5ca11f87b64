import { add, div, mul, scalar, sub } from "@tensorflow/tfjs-core";
import type { ReadyMetric } from "./MetricWithSlopes.js";

/** (tp + tn + k) / (n + ε + k) for n entries per matrix, by the errors fp + fn = Σ (s + y − 2·s·y). */
export const accuracy: ReadyMetric = (smooth, epsilon) => (s, y, total) => {
  const errors = total(sub(add(s, y), mul(mul(s, y), 2)));
  const n = y.size / errors.size;
  const d = n + epsilon + smooth;
  return {
    value: div(sub(n + smooth, errors), d),
    byTp: scalar(2 / d),
    byPredicted: scalar(-1 / d),
  };
};
