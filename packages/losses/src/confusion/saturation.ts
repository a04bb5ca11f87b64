import {
  abs,
  cast,
  greater,
  mean,
  mul,
  sigmoid,
  stack,
  sub,
  type Tensor2D,
  tidy,
} from "@tensorflow/tfjs-core";
import { checkLogits } from "../batch/checkLogits.js";
import type { Saturation } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import { perClassTensor } from "../options/perClassTensor.js";
import type { ScaledSigmoidOptions } from "./ScaledSigmoidOptions.js";
import { scaledSigmoid } from "./scaledSigmoid.js";
import { scaledSigmoidChecks } from "./scaledSigmoidChecks.js";

/**
 * Measures how far S(u; β, η) has run into its flat ends on a batch: the share of entries with S
 * outside [.01, .99], and the mean slope |dS/dz|, which is β·S(1−S), times σ(z)(1−σ(z)) when S acts on
 * probabilities. Waits for the backend: meant for a first batch, not for each.
 * @param logits [examples, classes], float32
 * @param options of S, as in `sigmoidF1`
 * @throws TypeError, RangeError naming the argument or option and what was received
 */
export async function saturation(
  logits: Tensor2D,
  options: ScaledSigmoidOptions = {},
): Promise<Saturation> {
  checkLogits("saturation", "logits", logits);
  checkOptions("saturation", options, scaledSigmoidChecks);
  const measured = tidy(() => {
    const s = scaledSigmoid(logits, options);
    const byInput = mul(mul(s, sub(1, s)), perClassTensor("beta", options.beta ?? 1, s.shape[1]));
    const p = sigmoid(logits);
    const slope = options.on === "probabilities" ? mul(byInput, mul(p, sub(1, p))) : byInput;
    const flat = cast(greater(abs(sub(s, 0.5)), 0.49), "float32");
    return stack([mean(flat), mean(slope)]);
  });
  const [share, meanSlope] = (await measured.data()) as unknown as [number, number];
  measured.dispose();
  return { share, meanSlope };
}
