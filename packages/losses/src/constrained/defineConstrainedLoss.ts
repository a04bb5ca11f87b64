import { mean, type Scalar, sigmoid, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import { defineLoss } from "../defineLoss.js";
import { LossState, type Variables } from "../LossState.js";
import type { ConstrainedLoss } from "./ConstrainedLoss.js";

/** The mean of what `objectives` gives for each class (and anchor), with σ as its link. */
export function defineConstrainedLoss<Held extends Variables>(
  name: string,
  make: (classes: number) => Held,
  objectives: (labels: Tensor2D, logits: Tensor2D, held: Held) => Tensor,
): ConstrainedLoss {
  const state = new LossState(name, make);
  return defineLoss(
    name,
    {
      value: (labels, logits) =>
        mean(objectives(labels, logits, state.for(logits.shape[1]))) as Scalar,
      scores: (logits) => sigmoid(logits),
    },
    state.lifecycle(),
  );
}
