import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";
import { type BatchFunction, onBatch } from "./batch/onBatch.js";
import { onLogits } from "./batch/onLogits.js";
import type { MultilabelLoss } from "./MultilabelLoss.js";

/** What a loss computes; both are given checked arguments and run in a tidy. */
export interface LossParts {
  readonly value: BatchFunction<Scalar>;
  readonly scores: (logits: Tensor2D) => Tensor2D;
}

/** Makes the callable loss; `members` are what it carries besides a name and scores. */
export function defineLoss<Members extends object>(
  name: string,
  { value, scores }: LossParts,
  members: Members,
): MultilabelLoss & Members {
  // Descriptors, not Object.assign: a function's own name is read-only, and getters must stay getters.
  return Object.defineProperties(onBatch(name, value), {
    name: { value: name },
    scores: { value: onLogits(name, scores) },
    ...Object.getOwnPropertyDescriptors(members),
  }) as MultilabelLoss & Members;
}
