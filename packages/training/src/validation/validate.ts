import type { MultilabelLoss } from "@sigf1/losses";
import { tensor2d, tidy } from "@tensorflow/tfjs-core";
import type { Part } from "../checks/checkPart.js";
import { DivergenceError } from "../checks/DivergenceError.js";
import type { Head } from "../heads/Head.js";
import { predict } from "../predict.js";
import type { ValidationMetric } from "./bestMacroF1.js";

/**
 * The metric of a head on a part, by the loss's own scores.
 * @throws DivergenceError when a logit is not finite
 */
export async function validate(
  head: Head,
  loss: MultilabelLoss,
  metric: ValidationMetric,
  { features, labels }: Part,
  epoch: number,
): Promise<number> {
  const logits = await predict(head, features);
  const wrong = logits.data.find((logit) => !Number.isFinite(logit));
  if (wrong !== undefined) throw new DivergenceError(loss.name, epoch, undefined, wrong);
  const scores = tidy(() => loss.scores(tensor2d(logits.data, [logits.rows, logits.cols])));
  const data = await scores.data<"float32">();
  scores.dispose();
  const value = metric(labels, { ...logits, data });
  if (Number.isNaN(value))
    throw new RangeError(`the validation metric is NaN after epoch ${epoch}`);
  return value;
}
