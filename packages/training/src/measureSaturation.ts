import type { MultilabelLoss, Saturation } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import type { Head } from "./heads/Head.js";
import type { Batch } from "./step/TrainingStep.js";

/** The saturation of the loss's S on a batch, without dropout; undefined where the loss has no S. */
export async function measureSaturation(
  head: Head,
  loss: MultilabelLoss,
  { features: { rows, cols, data } }: Batch,
): Promise<Saturation | undefined> {
  if (loss.saturation === undefined) return undefined;
  const logits = tf.tidy(() => head.forward(tf.tensor2d(data, [rows, cols])));
  try {
    return await loss.saturation(logits);
  } finally {
    logits.dispose();
  }
}
