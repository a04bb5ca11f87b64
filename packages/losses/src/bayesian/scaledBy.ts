import { add, mul, sigmoid, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Scales } from "./ScalePrior.js";

/** u = β(z + η) and S(z; β, η) = σ(u), of tensors β and η. */
export function scaledBy(logits: Tensor2D, { beta, eta }: Scales): { u: Tensor2D; s: Tensor2D } {
  const u: Tensor2D = mul(add(logits, eta), beta);
  return { u, s: sigmoid(u) };
}
