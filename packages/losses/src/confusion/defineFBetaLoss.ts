import type { Tensor2D } from "@tensorflow/tfjs-core";
import { defineLoss } from "../defineLoss.js";
import type { LossInputs, MultilabelLoss } from "../MultilabelLoss.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { confusionValue } from "./confusionValue.js";
import { fBeta } from "./fBeta.js";

/** From logits to the scores in [0, 1] that the soft confusion matrix is made of. */
export type Link = (logits: Tensor2D, inputs?: LossInputs) => Tensor2D;

/** The loss 1 − F_b of the scores that `link` makes; `members` as in `defineLoss`. */
export function defineFBetaLoss<Members extends object>(
  name: string,
  b: number,
  { average = "macro", smooth = 0, epsilon = 1e-16 }: ConfusionOptions,
  link: Link,
  members: Members,
): MultilabelLoss & Members {
  const metric = fBeta(b, smooth, epsilon);
  return defineLoss(
    name,
    {
      value: (labels, logits, inputs) =>
        confusionValue(labels, link(logits, inputs), metric, average),
      scores: (logits) => link(logits),
    },
    members,
  );
}
