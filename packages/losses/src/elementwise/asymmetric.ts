import {
  add,
  div,
  log,
  maximum,
  mul,
  neg,
  pow,
  relu,
  sigmoid,
  softplus,
  step,
  sub,
  type Tensor,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { withGradient } from "../withGradient.js";
import { defineElementwiseLoss } from "./defineElementwiseLoss.js";
import type { ElementwiseLoss } from "./ElementwiseLoss.js";
import type { ElementwiseOptions } from "./ElementwiseOptions.js";
import { elementwiseChecks } from "./elementwiseChecks.js";

/** Options of `asymmetric`. */
export interface AsymmetricOptions extends ElementwiseOptions {
  /** γ₊ ≥ 0, how strongly well-classified positives are discounted. Default 0. */
  readonly gammaPos?: number;
  /** γ₋ ≥ 0, the same for negatives. Default 4. */
  readonly gammaNeg?: number;
  /** m in [0, 1): negatives with p ≤ m cost nothing. Default 0.05. */
  readonly margin?: number;
  /** Whether the gradient flows through the focusing weights (1−p)^γ₊ and p_m^γ₋ too. Default true. */
  readonly focusGradient?: boolean;
}

const focusing = numberThat("a number of at least 0", (gamma) => gamma >= 0);

/**
 * Asymmetric loss (ASL): −y·(1−p)^γ₊·log p − (1−y)·p_m^γ₋·log(1−p_m) per entry, with p = σ(z) and
 * p_m = max(p − m, 0). With both γ and m at 0 this is `binaryCrossEntropy`, with equal γ and m = 0 `focal`
 * without α. At p = m the gradient of a negative is that of the flat side, 0. Scores are σ(z).
 *
 * The published code sums over the entries, takes γ₊ 1 and clamps the logarithms at 10⁻⁸, which here go on; one
 * of its two forms is `focusGradient: false`.
 * @param options `gammaPos` 0, `gammaNeg` 4, `margin` 0.05, `focusGradient` true, `reduction` "mean"
 * @throws TypeError, RangeError naming the option and what was received
 * @see Ridnik, Ben-Baruch, Zamir, Noy, Friedman, Protter, Zelnik-Manor: Asymmetric Loss for Multi-Label
 *   Classification (ICCV 2021)
 */
export function asymmetric(options: AsymmetricOptions = {}): ElementwiseLoss {
  checkOptions("asymmetric", options, {
    gammaPos: focusing,
    gammaNeg: focusing,
    margin: numberThat(
      "a number in [0, 1), and at least 1e-30 where it is not 0",
      (m) => m === 0 || (m >= 1e-30 && m < 1),
    ),
    focusGradient: {
      expected: "true or false",
      hasType: (value) => typeof value === "boolean",
      inRange: () => true,
    },
    ...elementwiseChecks,
  });
  const { gammaPos = 0, gammaNeg = 4, margin = 0.05, focusGradient = true } = options;
  return defineElementwiseLoss("asymmetric", options, (labels, logits) =>
    withGradient(logits, (z, save) => {
      const p = sigmoid(z);
      const q = sigmoid(neg(z));
      const shifted = margin === 0 ? p : relu(sub(p, margin));
      const minusLogP = softplus(neg(z));
      // −log(1 − p_m), where 1 − p_m = min(q + m, 1); softplus goes on where q underflows
      const minusLogQ = margin === 0 ? softplus(z) : relu(neg(log(add(q, margin))));
      const positive = mul(labels, pow(q, gammaPos));
      const negative = mul(sub(1, labels), pow(shifted, gammaNeg));

      // The slopes are written out because that of pow(x, γ) is infinite or 0/0 at x = 0 for γ < 1.
      const ofLogQ = mul(step(shifted), margin === 0 ? p : mul(p, div(q, add(q, margin))));
      const ofPositive = focusGradient ? add(q, mul(mul(p, gammaPos), minusLogP)) : q;
      const ofNegative = focusGradient
        ? // p_m^γ₋ · (γ₋/p_m) · dp/dz; a p_m of 0 has a minusLogQ of 0
          add(ofLogQ, mul(mul(p, mul(q, gammaNeg)), div(minusLogQ, maximum(shifted, 1e-30))))
        : ofLogQ;
      save([sub(mul(negative, ofNegative), mul(positive, ofPositive))]);
      return {
        value: add(mul(positive, minusLogP), mul(negative, minusLogQ)) as Tensor2D,
        gradFunc: (dy, saved) => mul(dy, saved[0] as Tensor), // the one of save, above
      };
    }),
  );
}
