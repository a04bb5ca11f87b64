import { type Tensor2D, tidy } from "@tensorflow/tfjs-core";
import { checkLogits } from "./checkLogits.js";

/** Wraps a computation on logits so that it checks them and leaves no tensor behind but its result. */
export function onLogits(
  loss: string,
  compute: (logits: Tensor2D) => Tensor2D,
): (logits: Tensor2D) => Tensor2D {
  return (logits) => {
    checkLogits(loss, "logits", logits);
    return tidy(() => compute(logits));
  };
}
