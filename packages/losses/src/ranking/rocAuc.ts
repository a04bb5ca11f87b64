import { mean, type Scalar, sigmoid, transpose } from "@tensorflow/tfjs-core";
import { defineLoss } from "../defineLoss.js";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import type { NoOptions } from "../options/NoOptions.js";
import { perPair } from "./perPair.js";
import { rankedHinge } from "./rankedHinge.js";

/**
 * Area under the ROC curve, as a pairwise hinge: per class the mean over the pairs of a positive example p (label
 * above 0.5) and a negative one q of the batch of max(0, 1 + z_q − z_p), which bounds 1 − AUC from above; the mean over
 * all classes. A class without a positive or without a negative in the batch adds 0.
 *
 * Computed by sorting each class's logits: no array of pairs is made. A constant added to all logits of a class
 * changes nothing. Scores are σ(z); choose a threshold per class on validation data.
 * @throws TypeError for any option: there are none
 * @see Eban et al.: Scalable Learning of Non-Decomposable Objectives (AISTATS 2017), section 4
 */
export function rocAuc(options: NoOptions = {}): MultilabelLoss {
  checkOptions("rocAuc", options, {});
  return defineLoss(
    "roc-auc",
    {
      value: (labels, logits) =>
        mean(rankedHinge(transpose(labels), transpose(logits), perPair)) as Scalar,
      scores: (logits) => sigmoid(logits),
    },
    {},
  );
}
