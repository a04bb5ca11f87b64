import { add, mul, sigmoid, square, sub } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { defineElementwiseLoss } from "./defineElementwiseLoss.js";
import type { ElementwiseLoss } from "./ElementwiseLoss.js";
import type { ElementwiseOptions } from "./ElementwiseOptions.js";
import { elementwiseChecks } from "./elementwiseChecks.js";
import { focalTerm } from "./focalTerm.js";

/** Options of `hill`. */
export interface HillOptions extends ElementwiseOptions {
  /** λ ≥ 1 of the negatives' (λ − p)·p²; below 1 it would reward p near 1. Default 1.5. */
  readonly lambda?: number;
  /** γ ≥ 0, how strongly well-classified positives are discounted. Default 2. */
  readonly gamma?: number;
  /** m ≥ 0, subtracted from the logit of a positive. Default 1. */
  readonly margin?: number;
}

/**
 * Hill loss: −y·(1−p₊)^γ·log p₊ + (1−y)·(λ−p)·p² per entry, with p = σ(z) and p₊ = σ(z − m). The term of a
 * negative flattens again as p nears 1, so that labels missing from the data weigh less. A label between 0
 * and 1 weighs the two cases. Scores are σ(z). The published code sums over the entries.
 * @param options `lambda` 1.5, `gamma` 2, `margin` 1, `reduction` "mean"
 * @throws TypeError, RangeError naming the option and what was received
 * @see Zhang, Cheng, Huang, Wen, Feng, Li, Guo: Simple and Robust Loss Design for Multi-Label Learning with
 *   Missing Labels (2021)
 */
export function hill(options: HillOptions = {}): ElementwiseLoss {
  checkOptions("hill", options, {
    lambda: numberThat("a number of at least 1", (lambda) => lambda >= 1),
    gamma: numberThat("a number of at least 0", (gamma) => gamma >= 0),
    margin: numberThat("a number of at least 0", (margin) => margin >= 0),
    ...elementwiseChecks,
  });
  const { lambda = 1.5, gamma = 2, margin = 1 } = options;
  return defineElementwiseLoss("hill", options, (labels, logits) => {
    const p = sigmoid(logits);
    return add(
      mul(labels, focalTerm(sub(logits, margin), gamma)),
      mul(sub(1, labels), mul(sub(lambda, p), square(p))),
    );
  });
}
