import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";
import { defineLoss } from "../defineLoss.js";
import type { LossInputs, MultilabelLoss } from "../MultilabelLoss.js";

/** From logits to the scores in [0, 1] that the soft confusion matrix is made of. */
export type Link = (logits: Tensor2D, inputs?: LossInputs) => Tensor2D;

/** A loss by labels and scores. */
export type ScoreLoss = (labels: Tensor2D, scores: Tensor2D) => Scalar;

/** The loss that `value` makes of the scores that `link` makes; `members` as in `defineLoss`. */
export const defineConfusionLoss = <Members extends object>(
  name: string,
  value: ScoreLoss,
  link: Link,
  members: Members,
): MultilabelLoss & Members =>
  defineLoss(
    name,
    {
      value: (labels, logits, inputs) => value(labels, link(logits, inputs)),
      scores: (logits) => link(logits),
    },
    members,
  );
