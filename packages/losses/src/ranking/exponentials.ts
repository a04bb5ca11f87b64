import { add, exp, log, max, neg, relu, sub, sum, type Tensor } from "@tensorflow/tfjs-core";

/** log Σ exp(x) along an axis, and what its gradient terms / total is made of. */
export interface Exponentials {
  /** exp(x − shift), of the shape of x. */
  readonly terms: Tensor;
  /** Their sum, the axis kept with length 1. */
  readonly total: Tensor;
  /** log Σ exp(x), the axis kept with length 1. */
  readonly logSum: Tensor;
}

/**
 * Shifted by the largest entry, so that nothing overflows.
 * @param withOne counts one more entry of value 0: `logSum` is log(1 + Σ exp(x))
 */
export function exponentials(x: Tensor, axis: number, withOne = false): Exponentials {
  const largest = max(x, axis, true);
  const shift = withOne ? relu(largest) : largest;
  const terms = exp(sub(x, shift));
  const summed = sum(terms, axis, true);
  const total = withOne ? add(summed, exp(neg(shift))) : summed;
  return { terms, total, logSum: add(shift, log(total)) };
}
