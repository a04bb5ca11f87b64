import { cast, div, expandDims, gatherND, maximum, tensor1d } from "@tensorflow/tfjs-core";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import type { NoOptions } from "../options/NoOptions.js";
import { defineRankingLoss } from "./defineRankingLoss.js";
import { rankedHinge } from "./rankedHinge.js";

/** L(k)/k for k from 0 to `most`, L(k) = Σ_{i≤k} 1/i; 0 at k = 0, where there is nothing to weigh. */
function rankWeights(most: number): Float32Array {
  let sum = 0;
  return Float32Array.from({ length: most + 1 }, (_, k) => {
    if (k === 0) return 0;
    sum += 1 / k;
    return sum / k;
  });
}

/**
 * Weighted approximate-rank pairwise loss (WARP), exact: the mean over p∈P of L(r_p)/r_p · Σ_{q∈Q} max(0, 1 + z_q − z_p)
 * per example, with r_p the number of negatives whose z_q + 1 is above z_p, and L(k) = 1 + 1/2 + … + 1/k; the mean
 * over all examples. P are the classes whose label is above 0.5, Q the others; an example with an empty P or Q adds 0.
 *
 * L weighs errors near the top of the ranking most. The ranks are counted, by sorting each example's logits;
 * the paper estimates them by sampling. No gradient flows through the weight, which jumps where r_p changes. A constant
 * added to all logits of an example changes nothing. Scores are σ(z); choose the threshold on validation data.
 * @throws TypeError for any option: there are none
 * @see Weston, Bengio, Usunier: WSABIE: Scaling Up to Large Vocabulary Image Annotation (IJCAI 2011), eq. 2–5
 */
export function warp(options: NoOptions = {}): MultilabelLoss {
  checkOptions("warp", options, {});
  return defineRankingLoss("warp", (labels, logits) => {
    const table = tensor1d(rankWeights(logits.shape[1]));
    return rankedHinge(labels, logits, ({ above, sizeP }) =>
      div(gatherND(table, expandDims(cast(above, "int32"), 2)), maximum(sizeP, 1)),
    );
  });
}
