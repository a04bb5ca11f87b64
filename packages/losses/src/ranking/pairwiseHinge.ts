import type { MultilabelLoss } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import type { NoOptions } from "../options/NoOptions.js";
import { defineRankingLoss } from "./defineRankingLoss.js";
import { perPair } from "./perPair.js";
import { rankedHinge } from "./rankedHinge.js";

/**
 * Pairwise hinge, the loss of Rank-SVM: the mean over the pairs p∈P, q∈Q of max(0, 1 + z_q − z_p) per example, with P
 * the classes whose label is above 0.5 and Q the others; the mean over all examples. An example with an empty P or Q
 * adds 0.
 *
 * Computed by sorting each example's logits: no array of pairs is made. A constant added to all logits of an example
 * changes nothing. Scores are σ(z); choose the threshold on validation data.
 * @throws TypeError for any option: there are none
 * @see Elisseeff, Weston: A Kernel Method for Multi-Labelled Classification (NIPS 2001)
 */
export function pairwiseHinge(options: NoOptions = {}): MultilabelLoss {
  checkOptions("pairwiseHinge", options, {});
  return defineRankingLoss("pairwise-hinge", (labels, logits) =>
    rankedHinge(labels, logits, perPair),
  );
}
