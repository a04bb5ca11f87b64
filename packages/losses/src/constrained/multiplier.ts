import {
  abs,
  cast,
  greaterEqual,
  mul,
  sub,
  type Tensor,
  type Variable,
} from "@tensorflow/tfjs-core";
import { withGradient } from "../withGradient.js";

/**
 * λ = |v| ≥ 0, the Lagrange multipliers of a trained variable v, with the sign of their gradient reversed: the optimiser
 * step that descends on the weights ascends on λ.
 *
 * The absolute value, not a cut at 0: a step that goes past 0 is reflected, where a cut would leave v without a
 * gradient for ever. For the same reason its slope at 0 is 1, not 0.
 */
export function multiplier(variable: Variable): Tensor {
  return withGradient<Tensor>(variable, (v, save) => {
    save([v]);
    return {
      value: abs(v),
      gradFunc: (dy, saved) => {
        const [kept] = saved as [Tensor]; // as saved above
        const sign = sub(mul(cast(greaterEqual(kept, 0), "float32"), 2), 1);
        return mul(dy, mul(sign, -1));
      },
    };
  });
}
