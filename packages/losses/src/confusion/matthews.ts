import { add, div, mul, sqrt, sub } from "@tensorflow/tfjs-core";
import { cellTotals } from "./cellTotals.js";
import type { ReadyMetric } from "./MetricWithSlopes.js";

/**
 * Matthews' correlation m = (tp·tn − fp·fn) / R with R = √a·√b, a = (tp+fp)·P + ε, b = (tn+fn)·N + ε and the
 * counts of positive and negative labels P = tp + fn, N = tn + fp. Then ∂m/∂tp = (P + N)/R and
 * ∂m/∂predicted = −P/R + m/2·(N/b − P/a).
 *
 * All sums are made of the same cells, none below 0, so that rounding leaves |m| ≤ 1. No k would
 * smooth it, and it takes none.
 */
export const matthews: ReadyMetric = (_, epsilon) => (s, y, total) => {
  const { tp, fp, fn, tn } = cellTotals(s, y, total);
  const p = add(tp, fn);
  const n = add(tn, fp);
  const a = add(mul(add(tp, fp), p), epsilon);
  const b = add(mul(add(tn, fn), n), epsilon);
  // two roots, for the product of the four sums may be beyond float32
  const root = mul(sqrt(a), sqrt(b));
  const value = div(sub(mul(tp, tn), mul(fp, fn)), root);
  const bend = mul(value, sub(div(n, b), div(p, a)));
  return {
    value,
    byTp: div(add(p, n), root),
    byPredicted: sub(mul(bend, 0.5), div(p, root)),
  };
};
