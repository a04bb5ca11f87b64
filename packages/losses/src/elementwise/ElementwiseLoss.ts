import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { MultilabelLoss } from "../MultilabelLoss.js";

/** A loss that is a sum or mean of one term per entry. */
export type ElementwiseLoss = MultilabelLoss & {
  /** The terms themselves, [examples, classes], before any reduction; arguments as in the loss. */
  elements(yTrue: Tensor, yPred: Tensor): Tensor2D;
};
