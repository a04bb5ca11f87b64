import { add, div, mul, sigmoid, softplus, sub, type Tensor } from "@tensorflow/tfjs-core";
import { withGradient } from "../withGradient.js";
import { exponentials } from "./exponentials.js";
import { sides } from "./sides.js";

/**
 * softplus(t), t = T₋·log Σ_Q exp(z/T₋) + T₊·log Σ_P exp(−z/T₊), with P and Q along `axis`, which is kept with
 * length 1. The slope by z is σ(t) times the softmax of z/T₋ on Q, and −σ(t) times that of −z/T₊ on P: two
 * products and a difference of the size of the batch.
 *
 * An empty set makes its sum, and with it t, −FAR or less: value and slope are 0.
 */
export function separation(
  labels: Tensor,
  logits: Tensor,
  axis: number,
  temperaturePos = 1,
  temperatureNeg = 1,
): Tensor {
  return withGradient(logits, (z, save) => {
    const { positive, negative } = sides(labels, z, temperaturePos, temperatureNeg);
    const p = exponentials(positive, axis);
    const q = exponentials(negative, axis);
    const t = add(mul(q.logSum, temperatureNeg), mul(p.logSum, temperaturePos));
    const slope = sigmoid(t);
    save([p.terms, div(slope, p.total), q.terms, div(slope, q.total)]);
    return {
      value: softplus(t),
      gradFunc: (dy, saved) => {
        // in the order of save, above
        const [pTerms, pSlope, qTerms, qSlope] = saved as [Tensor, Tensor, Tensor, Tensor];
        return sub(mul(qTerms, mul(dy, qSlope)), mul(pTerms, mul(dy, pSlope)));
      },
    };
  });
}
