import { add, div, mul, sub, type Tensor } from "@tensorflow/tfjs-core";
import { hingeBounds } from "./hingeBounds.js";

/**
 * ((1+λ)·L⁺ + λ·α/(1−α)·L⁻ − λ·|Y⁺|) / N per class, over N examples: the recall lost, and λ times how far the bounds
 * |Y⁺| − L⁺ of true positives and L⁻ of false positives are from a precision of α.
 * @param odds α/(1−α), to broadcast against the classes
 */
export function recallObjective(
  labels: Tensor,
  logits: Tensor,
  lambda: Tensor,
  odds: number | Tensor,
): Tensor {
  const { falseNegatives, falsePositives, positives } = hingeBounds(labels, logits);
  const violation = sub(add(falseNegatives, mul(falsePositives, odds)), positives);
  return div(add(falseNegatives, mul(lambda, violation)), labels.shape[0] as number);
}
