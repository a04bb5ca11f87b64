import { add, mul, sigmoid, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import { perClassTensor } from "../options/perClassTensor.js";
import type { ScaledSigmoidOptions } from "./ScaledSigmoidOptions.js";

/**
 * S(u; β, η) = σ(β(u + η)) with u the logits or σ of them; see ScaledSigmoidOptions.
 * @param steepness a tensor in place of the option `beta`
 */
export function scaledSigmoid(
  logits: Tensor2D,
  options: ScaledSigmoidOptions,
  steepness?: Tensor,
): Tensor2D {
  const { beta = 1, eta = 0, on = "logits" } = options;
  const classes = logits.shape[1];
  const u = on === "logits" ? logits : sigmoid(logits);
  const shifted = eta === 0 ? u : add(u, perClassTensor("eta", eta, classes));
  const scale = steepness ?? perClassTensor("beta", beta, classes);
  return sigmoid(scale === 1 ? shifted : mul(shifted, scale)) as Tensor2D;
}
