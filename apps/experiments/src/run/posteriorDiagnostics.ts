import type { LossDiagnostics, MultilabelLoss } from "@sigf1/losses";
import { classCounts, type Head, predict } from "@sigf1/training";
import { nextFrame, tensor2d, tidy } from "@tensorflow/tfjs-core";
import type { EncodedPart } from "./encodeParts.js";
import { selectRows } from "./selectRows.js";
import { takeRows } from "./takeRows.js";

/** Draws that are made and forgotten before those that are reported. */
const WARM_UP = 200;
/** Draws between two looks at whether the loss keeps still more of them. */
const LOOK = 125;

/**
 * What a loss's sampler says with the head as it stands, on one batch: the first rows of a part. During training both
 * change with every step, so that the draws of those steps are of no one posterior. Undefined where the loss samples
 * nothing.
 *
 * The chains begin anew, run until the loss has as many draws as it keeps, and then until the first `WARM_UP` have been
 * pushed out. Afterwards the loss's variables are as they were before: its scores stay those of the training.
 * @throws the signal's reason where it stops the work, between two calls
 */
export async function posteriorDiagnostics(
  loss: MultilabelLoss,
  head: Head,
  { features, labels }: EncodedPart,
  batchSize: number,
  signal?: AbortSignal,
): Promise<LossDiagnostics | undefined> {
  if (loss.diagnostics === undefined) return undefined;
  const rows = Array.from({ length: Math.min(batchSize, features.rows) }, (_, row) => row);
  const first = "data" in features ? takeRows(features, rows) : selectRows(features, rows);
  const logits = await predict(head, first);
  const truth = takeRows(labels, rows);
  const z = tensor2d(logits.data, [logits.rows, logits.cols]);
  const y = tensor2d(truth.data, [truth.rows, truth.cols], "float32");
  const before = tidy(() => (loss.variables ?? []).map((variable) => variable.clone()));
  const call = async (times: number) => {
    for (let i = 0; i < times; i++) {
      signal?.throwIfAborted();
      tidy(() => void loss(y, z));
      await nextFrame(); // lets timers and signals have their turn
    }
  };
  try {
    loss.onTrainBegin?.({ examples: truth.rows, counts: classCounts(truth) });
    await call(1);
    const perCall = Math.max((await loss.diagnostics()).draws, 1);
    const look = Math.ceil(LOOK / perCall);
    for (let made = perCall; (await loss.diagnostics()).draws === made; made += look * perCall) {
      await call(look);
    }
    await call(Math.ceil(WARM_UP / perCall));
    return await loss.diagnostics();
  } finally {
    loss.variables?.forEach((variable, i) => {
      const value = before[i];
      if (value !== undefined) variable.assign(value);
    });
    for (const tensor of [y, z, ...before]) tensor.dispose();
  }
}
