import {
  add,
  clipByValue,
  mean,
  mul,
  type Scalar,
  sigmoid,
  sub,
  sum,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import type { ScaledSigmoidOptions } from "../confusion/ScaledSigmoidOptions.js";
import type { SurrogateLoss } from "../confusion/SurrogateLoss.js";
import { saturation } from "../confusion/saturation.js";
import { scaledSigmoid } from "../confusion/scaledSigmoid.js";
import { scaledSigmoidChecks } from "../confusion/scaledSigmoidChecks.js";
import { defineLoss } from "../defineLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { weightedCrossEntropy } from "./weightedCrossEntropy.js";

/** Options of `crossEntropyCount`. */
export interface CrossEntropyCountOptions extends Omit<ScaledSigmoidOptions, "on"> {
  /** λ ≥ 0, the weight of the count term. Default 0.1. */
  readonly lambda?: number;
}

const { on: _, ...countChecks } = scaledSigmoidChecks;

/**
 * CE+N: mean cross-entropy plus λ · mean over the examples of huber₁(Σ_j S(z_ij; β, η) − n_i), where
 * n_i = Σ_j y_ij is the example's number of labels and huber₁(d) is d²/2 for |d| ≤ 1, |d| − 1/2 beyond.
 * Scores are σ(z).
 *
 * The count is one of smooth scores because that of thresholded ones has no gradient.
 * @param options `lambda` 0.1, `beta` 1, `eta` 0
 * @throws TypeError, RangeError naming the option and what was received
 */
export function crossEntropyCount(options: CrossEntropyCountOptions = {}): SurrogateLoss {
  checkOptions("crossEntropyCount", options, {
    lambda: numberThat("a number of at least 0", (lambda) => lambda >= 0),
    ...countChecks,
  });
  const { lambda = 0.1, beta = 1, eta = 0 } = options;
  return defineLoss(
    "cross-entropy-count",
    {
      value(labels, logits) {
        const crossEntropy = mean(weightedCrossEntropy(labels, sub(1, labels), logits));
        const d = sub(sum(scaledSigmoid(logits, { beta, eta }), 1), sum(labels, 1));
        // huber₁(d) = c·(d − c/2) with c = d clipped to [−1, 1]
        const c = clipByValue(d, -1, 1);
        const huber = mul(c, sub(d, mul(c, 0.5)));
        return add(crossEntropy, mul(mean(huber), lambda)) as Scalar;
      },
      scores: (logits) => sigmoid(logits),
    },
    { saturation: (logits: Tensor2D) => saturation(logits, { beta, eta }) },
  );
}
