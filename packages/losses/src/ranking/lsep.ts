import type { MultilabelLoss } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import type { NoOptions } from "../options/NoOptions.js";
import { defineRankingLoss } from "./defineRankingLoss.js";
import { separation } from "./separation.js";

/**
 * Log-sum-exp pairwise loss (LSEP): log(1 + Σ_{q∈Q} Σ_{p∈P} exp(z_q − z_p)) per example, with P the classes whose
 * label is above 0.5 and Q the others; the mean over all examples. An example with an empty P or Q adds 0.
 *
 * The sum of pairs is a product of two sums, so the cost is that of the classes, not of their pairs: the
 * loss is softplus(log Σ_Q exp(z_q) + log Σ_P exp(−z_p)).
 *
 * It orders the classes of an example and fixes no level: a constant added to all its logits changes nothing. Scores
 * are σ(z); choose the threshold on validation data.
 * @throws TypeError for any option: there are none
 * @see Li, Song, Luo: Improving Pairwise Ranking for Multi-label Image Classification (CVPR 2017), eq. 4
 */
export function lsep(options: NoOptions = {}): MultilabelLoss {
  checkOptions("lsep", options, {});
  return defineRankingLoss("lsep", (labels, logits) => separation(labels, logits, 1));
}
