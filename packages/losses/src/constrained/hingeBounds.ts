import { add, mul, relu, sub, sum, type Tensor } from "@tensorflow/tfjs-core";

/** Per class, summed over the examples, which are the last axis but one of the logits. */
export interface HingeBounds {
  /** L⁺ = Σ y·max(0, 1 − z), at least the number of positives with z ≤ 0. */
  readonly falseNegatives: Tensor;
  /** L⁻ = Σ (1−y)·max(0, 1 + z), at least the number of negatives with z ≥ 0. */
  readonly falsePositives: Tensor;
  /** |Y⁺| = Σ y. */
  readonly positives: Tensor;
}

/** @param labels [examples, classes], to broadcast against the logits */
export function hingeBounds(labels: Tensor, logits: Tensor): HingeBounds {
  const examples = logits.rank - 2;
  return {
    falseNegatives: sum(mul(labels, relu(sub(1, logits))), examples),
    falsePositives: sum(mul(sub(1, labels), relu(add(1, logits))), examples),
    positives: sum(labels, 0),
  };
}
