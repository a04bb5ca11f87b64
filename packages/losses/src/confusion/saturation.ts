import {
  abs,
  cast,
  grad,
  greater,
  mean,
  stack,
  sub,
  type Tensor2D,
  tidy,
} from "@tensorflow/tfjs-core";
import { checkLogits } from "../batch/checkLogits.js";
import type { Saturation } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
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
    const flat = cast(greater(abs(sub(scaledSigmoid(logits, options), 0.5)), 0.49), "float32");
    const slope = grad((z) => scaledSigmoid(z as Tensor2D, options))(logits);
    return stack([mean(flat), mean(slope)]);
  });
  const [share, meanSlope] = (await measured.data()) as unknown as [number, number];
  measured.dispose();
  return { share, meanSlope };
}
