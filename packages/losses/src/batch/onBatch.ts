import { cast, getBackend, type Tensor, type Tensor2D, tidy } from "@tensorflow/tfjs-core";
import type { LossInputs } from "../MultilabelLoss.js";
import { checkLabelRange } from "./checkLabelRange.js";
import { checkLabelShape } from "./checkLabelShape.js";
import { checkLogits } from "./checkLogits.js";

/** A computation on labels and logits, both float32 [examples, classes]. */
export type BatchFunction<Result extends Tensor> = (
  labels: Tensor2D,
  logits: Tensor2D,
  inputs?: LossInputs,
) => Result;

// Others (WebGPU, a tracing backend) have no values to give synchronously.
const READABLE = new Set(["cpu", "wasm", "webgl", "tensorflow"]);

/** Wraps a computation so that it checks its arguments and leaves no tensor behind but its result. */
export function onBatch<Result extends Tensor>(
  loss: string,
  compute: BatchFunction<Result>,
): (yTrue: Tensor, yPred: Tensor, inputs?: LossInputs) => Result {
  let rangeChecked = false;
  return (yTrue, yPred, inputs) => {
    checkLogits(loss, "yPred", yPred);
    checkLabelShape(loss, yTrue, yPred.shape);
    // The first batch only: on wasm a look at 256×200 labels takes 7 to 13 % of value and gradient.
    if (!rangeChecked && READABLE.has(getBackend())) {
      checkLabelRange(loss, yTrue.dataSync(), yPred.shape[1]);
      rangeChecked = true;
    }
    return tidy(() => compute(cast(yTrue, "float32") as Tensor2D, yPred, inputs));
  };
}
