import * as tf from "@tensorflow/tfjs";
import type { DrawnLoss } from "../DrawnLoss.js";
import { labelErrors } from "../labelErrors.js";
import { measureLoss } from "../measureLoss.js";
import { trainModel } from "../trainModel.js";

/** What the page reports: the backend it ran on, and what it computed there. */
export async function probe(losses: readonly DrawnLoss[]) {
  const backend = (await tf.setBackend("webgl")) ? "webgl" : "cpu";
  await tf.setBackend(backend);
  return {
    backend: tf.getBackend(),
    measured: losses.map(measureLoss),
    trained: await trainModel(),
    labelErrors: labelErrors(),
  };
}

Object.assign(globalThis, { probe });
