import { add, div, mul, neg } from "@tensorflow/tfjs-core";
import type { ConfusionMetric } from "./ConfusionMetric.js";

/**
 * F_b = ((1+b²)·tp + k) / D with D = (1+b²)·tp + b²·fn + fp + ε + k = Σ (s + b²·y) + ε + k, so that
 * ∂F/∂tp = (1+b²)/D and ∂F/∂predicted = −F/D.
 */
export function fBeta(b: number, smooth: number, epsilon: number): ConfusionMetric {
  return (s, y, total) => {
    const d = add(total(add(s, b === 1 ? y : mul(y, b * b))), epsilon + smooth);
    const byTp = div(1 + b * b, d);
    const hits = mul(total(mul(s, y)), byTp);
    const value = smooth === 0 ? hits : add(hits, div(smooth, d));
    return { value, byTp, byPredicted: neg(div(value, d)) };
  };
}
