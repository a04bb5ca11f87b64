import { type LossName, lossByName } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs";
import { batch } from "./batch.js";
import type { DrawnLoss } from "./DrawnLoss.js";

/** Draws the random inputs of two calls, so that what a loss carries from one to the next is seen, too. */
export function drawLoss(name: LossName): DrawnLoss {
  const loss = lossByName(name);
  const [first = []] = batch.labels;
  const call = () => {
    const inputs = Object.entries(loss.draw?.(batch.labels.length, first.length) ?? {});
    return Object.fromEntries(
      inputs.map(([input, x]) => [input, { shape: x.shape, values: [...x.dataSync()] }]),
    );
  };
  return tf.tidy(() => ({ name, calls: [call(), call()] }) as DrawnLoss & tf.TensorContainerObject);
}
