import { div, exp, maximum, mul, square, sub, sum, type Tensor, tanh } from "@tensorflow/tfjs-core";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import type { NoOptions } from "../options/NoOptions.js";
import { withGradient } from "../withGradient.js";
import { defineRankingLoss } from "./defineRankingLoss.js";
import { positives } from "./positives.js";

/**
 * BP-MLL: the mean over the pairs p∈P, q∈Q of exp(−(tanh z_p − tanh z_q)) per example, with P the classes whose label
 * is above 0.5 and Q the others; the mean over all examples. An example with an empty P or Q adds 0; for the others
 * the loss lies between e⁻² and e².
 *
 * The mean over pairs is the product of two means, so the cost is that of the classes. The slope vanishes where
 * tanh is flat, beyond |z| ≈ 5. Scores are σ(z); choose the threshold on validation data.
 * @throws TypeError for any option: there are none
 * @see Zhang, Zhou: Multilabel Neural Networks with Applications to Functional Genomics and Text Categorization (TKDE
 *   2006), eq. 4
 */
export function bpMll(options: NoOptions = {}): MultilabelLoss {
  checkOptions("bpMll", options, {});
  return defineRankingLoss("bp-mll", (labels, logits) =>
    withGradient<Tensor>(logits, (z, save) => {
      const isP = positives(labels);
      const sizeP = sum(isP, 1, true);
      const t = tanh(z);
      const terms = exp(mul(t, sub(1, mul(isP, 2))));
      const ofP = mul(terms, isP);
      const ofQ = sub(terms, ofP);
      // Not 0/0 for an empty set, whose sum is 0 already.
      const perP = div(1, maximum(sizeP, 1));
      const perQ = div(1, maximum(sub(z.shape[1] as number, sizeP), 1));
      const meanP = mul(sum(ofP, 1, true), perP);
      const meanQ = mul(sum(ofQ, 1, true), perQ);
      save([t, ofP, mul(meanQ, perP), ofQ, mul(meanP, perQ)]);
      return {
        value: mul(meanP, meanQ),
        gradFunc: (dy, saved) => {
          // in the order of save, above
          const [tanhs, ps, pSlope, qs, qSlope] = saved as [Tensor, Tensor, Tensor, Tensor, Tensor];
          const byTanh = sub(mul(qs, mul(dy, qSlope)), mul(ps, mul(dy, pSlope)));
          return mul(byTanh, sub(1, square(tanhs)));
        },
      };
    }),
  );
}
