import type { Variable } from "@tensorflow/tfjs-core";
import type { MultilabelLoss } from "../MultilabelLoss.js";

/** A loss with Lagrange multipliers, which are to be trained with the weights by the same optimiser. */
export type ConstrainedLoss = MultilabelLoss &
  Required<Pick<MultilabelLoss, "onTrainBegin" | "dispose">> & {
    /** What is to be trained, all `trainable`; empty before `onTrainBegin` or the first call. */
    readonly variables: readonly Variable[];
  };
