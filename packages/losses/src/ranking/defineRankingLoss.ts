import { mean, type Scalar, sigmoid, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import { defineLoss } from "../defineLoss.js";
import type { MultilabelLoss } from "../MultilabelLoss.js";

/** The mean over the examples of what `perExample` gives, one number each, with σ as its link. */
export function defineRankingLoss(
  name: string,
  perExample: (labels: Tensor2D, logits: Tensor2D) => Tensor,
): MultilabelLoss {
  return defineLoss(
    name,
    {
      value: (labels, logits) => mean(perExample(labels, logits)) as Scalar,
      scores: (logits) => sigmoid(logits),
    },
    {},
  );
}
