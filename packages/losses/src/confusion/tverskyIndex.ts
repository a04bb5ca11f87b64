import { add, div, mul, sub, type Tensor } from "@tensorflow/tfjs-core";
import type { ReadyMetric } from "./MetricWithSlopes.js";

const times = (x: Tensor, factor: number): Tensor => (factor === 1 ? x : mul(x, factor));

/**
 * v = (w·tp + k) / D with D = w·tp + a·fp + c·fn + ε + k, for weights w, a, c of tp, fp, fn, at least 0. By the
 * totals D = q·tp + Σ (a·s + c·y) + ε + k with q = w − a − c, so that ∂v/∂tp = (w − q·v)/D and
 * ∂v/∂predicted = −a·v/D.
 *
 * F_b has the weights (1+b², 1, b²), Dice (2, 1, 1), Jaccard (1, 1, 1), precision (1, 1, 0), recall (1, 0, 1).
 */
export function tverskyIndex(w: number, a: number, c: number): ReadyMetric {
  const q = w - (a + c);
  return (smooth, epsilon) => (s, y, total) => {
    const tp = total(mul(s, y));
    const rest = add(total(add(times(s, a), times(y, c))), epsilon + smooth);
    const d = q === 0 ? rest : add(rest, mul(tp, q));
    const value = div(add(times(tp, w), smooth), d);
    return {
      value,
      byTp: div(q === 0 ? w : sub(w, mul(value, q)), d),
      byPredicted: div(mul(value, -a), d),
    };
  };
}
