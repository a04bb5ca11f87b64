import { add, div, mul, sub, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Scales } from "./ScalePrior.js";
import { scaledBy } from "./scaledBy.js";
import type { Total } from "./totals.js";

/** The F1 of each soft confusion matrix of S(z; β, η), and what its slopes are made of. */
export type SmoothF1 = {
  /** One for each matrix. */
  readonly f1: Tensor;
  /** u = β(z + η), [examples, classes]. */
  readonly u: Tensor2D;
  /** G, the slopes of ΣF1 by u: those by z and η are β·G, those by log β are u·G. */
  readonly slopes: Tensor2D;
};

/** F1 and slopes on one batch, at any β and η. */
export type BatchF1 = (scales: Scales) => SmoothF1;

/**
 * F = (2·tp + k)/D with tp = Σ s·y and D = Σ s + Σ y + ε + k, so that ∂F/∂s = (2y − F)/D; ∂s/∂u = s(1 − s).
 * What the labels alone give is computed once, for many β and η.
 * @param total sums over what one matrix is made of
 */
export function smoothF1(
  labels: Tensor2D,
  logits: Tensor2D,
  total: Total,
  smooth: number,
  epsilon: number,
): BatchF1 {
  const doubled = mul(labels, 2);
  const positives = add(total(labels), epsilon + smooth);
  return (scales) => {
    const { u, s } = scaledBy(logits, scales);
    const inverse = div(1, add(total(s), positives));
    const f1 = mul(add(total(mul(s, doubled)), smooth), inverse);
    const byScore = mul(sub(doubled, f1), inverse);
    return { f1, u, slopes: mul(byScore, mul(s, sub(1, s))) };
  };
}
