import { add, exp, mul, neg, softplus, sub } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { defineElementwiseLoss } from "./defineElementwiseLoss.js";
import type { ElementwiseLoss } from "./ElementwiseLoss.js";
import type { ElementwiseOptions } from "./ElementwiseOptions.js";
import { elementwiseChecks } from "./elementwiseChecks.js";

/** Options of `focal`. */
export interface FocalOptions extends ElementwiseOptions {
  /** α in [0, 1], the weight of positives, negatives weighing 1 − α; `null`: no weights. Default 0.25. */
  readonly alpha?: number | null;
  /** γ ≥ 0, how strongly well-classified entries are discounted. Default 2. */
  readonly gamma?: number;
}

const alphaCheck = numberThat("a number in [0, 1], or null", (a) => a >= 0 && a <= 1);

/**
 * Focal loss (FL): α_t·(1−p_t)^γ·(−log p_t) per entry, with p_t = p, α_t = α for a positive and
 * p_t = 1−p, α_t = 1−α for a negative, p = σ(z). A label between 0 and 1 weighs the two cases (other
 * implementations put it into p_t). With γ 0 and α `null` this is `binaryCrossEntropy`. Scores are σ(z).
 * @param options `alpha` 0.25, `gamma` 2, `reduction` "mean"
 * @throws TypeError, RangeError naming the option and what was received
 * @see Lin, Goyal, Girshick, He, Dollár: Focal Loss for Dense Object Detection (ICCV 2017), eq. 5
 */
export function focal(options: FocalOptions = {}): ElementwiseLoss {
  checkOptions("focal", options, {
    alpha: {
      ...alphaCheck,
      hasType: (value) => value === null || alphaCheck.hasType(value),
      inRange: (value) => value === null || alphaCheck.inRange(value),
    },
    gamma: numberThat("a number of at least 0", (gamma) => gamma >= 0),
    ...elementwiseChecks,
  });
  const { alpha = 0.25, gamma = 2 } = options;
  const [positive, negative] = alpha === null ? [1, 1] : [alpha, 1 - alpha];
  return defineElementwiseLoss("focal", options, (labels, logits) => {
    // −log p and −log(1−p); powers of p and 1−p as exponentials of them, since the slope of pow(x, γ)
    // is infinite or 0/0 at x = 0 for γ < 1.
    const minusLogP = softplus(neg(logits));
    const minusLogQ = softplus(logits);
    const ifPositive = mul(exp(mul(minusLogQ, -gamma)), minusLogP);
    const ifNegative = mul(exp(mul(minusLogP, -gamma)), minusLogQ);
    return add(
      mul(mul(labels, positive), ifPositive),
      mul(mul(sub(1, labels), negative), ifNegative),
    );
  });
}
