import * as tf from "@tensorflow/tfjs";
import type { BayesianSigmoidF1 } from "../bayesian/bayesianSigmoidF1.js";
import type { LossDiagnostics } from "../MultilabelLoss.js";
import type { Batch } from "./Rows.js";

/** Calls the loss on a batch, and gives what its diagnostics say each time that the trace is full of new draws. */
export async function drawWindows(
  loss: BayesianSigmoidF1,
  { labels, logits }: Batch,
  windows: number,
  calls: number,
): Promise<LossDiagnostics[]> {
  const y = tf.tensor2d(labels.map((row) => [...row]));
  const z = tf.tensor2d(logits.map((row) => [...row]));
  const seen: LossDiagnostics[] = [];
  for (let window = 0; window <= windows; window++) {
    for (let i = 0; i < calls; i++) loss(y, z).dispose();
    if (window > 0) seen.push(await loss.diagnostics()); // the first is the warm-up
  }
  tf.dispose([y, z]);
  return seen;
}
