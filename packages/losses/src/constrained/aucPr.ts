import { expandDims, ones, sub, tensor2d, variable, zeros } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { integerFrom } from "../options/integerFrom.js";
import type { ConstrainedLoss } from "./ConstrainedLoss.js";
import { defineConstrainedLoss } from "./defineConstrainedLoss.js";
import { multiplier } from "./multiplier.js";
import { recallObjective } from "./recallObjective.js";

/** Options of `aucPr`. */
export interface AucPrOptions {
  /** K, an integer of at least 1: how many precisions the curve is sampled at. Default 10. */
  readonly anchors?: number;
}

/**
 * Area under the precision-recall curve: the mean over K anchors and the classes of the loss of `recallAtPrecision` at
 * the precisions α_k = k/(K+1), all within (0, 1), each anchor with a threshold b of its own per class, z − b_k in
 * place of z, and a λ_k of its own. Scores are σ(z); an anchor's threshold is in `variables`.
 *
 * `variables` are v (λ = |v|, starts at 1, its gradient reversed) and b (starts at 0), each [anchors, classes]: train
 * them with the weights, in one optimiser step, `tf.variableGrads(step, [...weights, ...loss.variables])`. `model.fit`
 * trains the weights alone. Time and memory are K times those of `recallAtPrecision`.
 * @param options `anchors` 10
 * @throws TypeError, RangeError naming the option and what was received
 * @see Eban et al.: Scalable Learning of Non-Decomposable Objectives (AISTATS 2017), section 4
 */
export function aucPr(options: AucPrOptions = {}): ConstrainedLoss {
  checkOptions("aucPr", options, {
    anchors: integerFrom(1),
  });
  const { anchors = 10 } = options;
  // α/(1−α) with α = k/(K+1) is k/(K+1−k)
  const odds = Array.from({ length: anchors }, (_, i) => [(i + 1) / (anchors - i)]);
  return defineConstrainedLoss(
    "auc-pr",
    (classes) => ({
      lambda: variable(ones([anchors, classes])),
      threshold: variable(zeros([anchors, classes])),
    }),
    (labels, logits, { lambda, threshold }) => {
      const shifted = sub(expandDims(logits, 0), expandDims(threshold, 1));
      return recallObjective(labels, shifted, multiplier(lambda), tensor2d(odds));
    },
  );
}
