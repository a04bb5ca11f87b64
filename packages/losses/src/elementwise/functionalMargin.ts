import { mul, sub, type Tensor2D } from "@tensorflow/tfjs-core";

/** u = (2y − 1)·z: how far each logit lies on the side of its label. */
export function functionalMargin(labels: Tensor2D, logits: Tensor2D): Tensor2D {
  return mul(sub(mul(labels, 2), 1), logits);
}
