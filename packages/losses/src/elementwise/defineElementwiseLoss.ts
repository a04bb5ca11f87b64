import { mean, type Scalar, sigmoid, sum, type Tensor2D } from "@tensorflow/tfjs-core";
import { type BatchFunction, onBatch } from "../batch/onBatch.js";
import { defineLoss } from "../defineLoss.js";
import type { ElementwiseLoss } from "./ElementwiseLoss.js";
import type { ElementwiseOptions } from "./ElementwiseOptions.js";

/** The loss that reduces `elements`, with σ as its link. */
export function defineElementwiseLoss(
  name: string,
  { reduction = "mean" }: ElementwiseOptions,
  elements: BatchFunction<Tensor2D>,
): ElementwiseLoss {
  const reduce = reduction === "sum" ? sum : mean;
  return defineLoss(
    name,
    {
      value: (labels, logits) => reduce(elements(labels, logits)) as Scalar,
      scores: (logits) => sigmoid(logits),
    },
    { elements: onBatch(name, elements) },
  );
}
