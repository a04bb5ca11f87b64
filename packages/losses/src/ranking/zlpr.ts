import { add, div, mul, sub, type Tensor } from "@tensorflow/tfjs-core";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import type { NoOptions } from "../options/NoOptions.js";
import { withGradient } from "../withGradient.js";
import { defineRankingLoss } from "./defineRankingLoss.js";
import { exponentials } from "./exponentials.js";
import { sides } from "./sides.js";

/**
 * Zero-bounded log-sum-exp and pairwise rank-based loss (ZLPR): log(1 + Σ_{p∈P} exp(−z_p)) + log(1 + Σ_{q∈Q} exp(z_q))
 * per example, with P the classes whose label is above 0.5 and Q the others; the mean over the examples.
 *
 * The 1 in each term stands for a threshold at logit 0, which every positive is to be above and every negative below.
 * It is a member of both sets, so an example with an empty P or Q counts like any other; its empty set adds 0.
 * Scores are σ(z), so that 0.5 means z ≥ 0.
 * @throws TypeError for any option: there are none
 * @see Su, Zhu, Gao, Sun: ZLPR: A Novel Loss for Multi-label Classification (2022), eq. 5
 */
export function zlpr(options: NoOptions = {}): MultilabelLoss {
  checkOptions("zlpr", options, {});
  return defineRankingLoss("zlpr", (labels, logits) =>
    withGradient<Tensor>(logits, (z, save) => {
      const { positive, negative } = sides(labels, z, 1, 1);
      const p = exponentials(positive, 1, true);
      const q = exponentials(negative, 1, true);
      save([p.terms, p.total, q.terms, q.total]);
      return {
        value: add(p.logSum, q.logSum),
        gradFunc: (dy, saved) => {
          // in the order of save, above
          const [pTerms, pTotal, qTerms, qTotal] = saved as [Tensor, Tensor, Tensor, Tensor];
          return sub(mul(qTerms, div(dy, qTotal)), mul(pTerms, div(dy, pTotal)));
        },
      };
    }),
  );
}
