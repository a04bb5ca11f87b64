import {
  abs,
  add,
  exp,
  log1p,
  mul,
  neg,
  relu,
  sigmoid,
  sub,
  type Tensor,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { withGradient } from "../withGradient.js";

/**
 * a·softplus(−z) + b·softplus(z), entry by entry, for weights a, b ≥ 0 that do not depend on z.
 *
 * With softplus(x) = max(x, 0) + log1p(exp(−|x|)), which overflows nowhere, this is
 * (a + b)·log1p(exp(−|z|)) + a·max(−z, 0) + b·max(z, 0). The gradient (a + b)·σ(z) − a is written out
 * because automatic differentiation of max and |·| would give 0 at z = 0.
 */
export function weightedCrossEntropy(a: Tensor2D, b: Tensor2D, logits: Tensor2D): Tensor2D {
  const both = add(a, b);
  return withGradient(logits, (z, save) => {
    save([z, a, both]);
    const tail = mul(both, log1p(exp(neg(abs(z)))));
    const value = add(tail, add(mul(a, relu(neg(z))), mul(b, relu(z)))) as Tensor2D;
    return {
      value,
      gradFunc: (dy, saved) => {
        // in the order of save, above
        const [logit, positive, total] = saved as [Tensor, Tensor, Tensor];
        return mul(dy, sub(mul(total, sigmoid(logit)), positive));
      },
    };
  });
}
