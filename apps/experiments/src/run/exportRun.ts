import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { exportOnnx } from "@sigf1/compile";
import { lossByName, type MultilabelLoss } from "@sigf1/losses";
import { type Tensor2D, tensor, tidy } from "@tensorflow/tfjs-core";
import { ConfigurationError } from "../config/ConfigurationError.js";
import type { HeadSettings, TrainingSettings } from "../config/experimentSchema.js";
import { decodeSafetensors, type StoredTensors } from "../results/safetensors.js";
import { createHead } from "./createHead.js";
import { imageSize } from "./imageSize.js";
import type { RunIdentity } from "./RunIdentity.js";

/** What `config.json` holds of a trained run. */
interface TrainedConfig {
  readonly options: { readonly use: string };
  readonly head: HeadSettings;
  readonly training: TrainingSettings;
}

/**
 * The bytes of an ONNX model of a run's head: `features` [batch, inputs] → `logits` and `scores` [batch, classes], the
 * scores by the loss's own link. A count head is left out.
 * @throws ConfigurationError where the folder is not of a run that trained a head
 */
export async function exportRun(folder: string): Promise<Uint8Array> {
  const { config, model } = await readRun(folder);
  const { options, head: settings, training } = config as unknown as TrainedConfig;
  const { use, ...lossOptions } = options;
  const loss = lossByName(use as never, lossOptions as never) as MultilabelLoss;
  loss.onEpochBegin?.(Number(model.metadata.epoch), training.epochs);

  const named = (part: string) =>
    Object.entries(model.tensors).flatMap(([name, stored]) =>
      name.startsWith(`${part}.`) ? [stored] : [],
    );
  const tensors = named("layers");
  const inputs = settings.use === "cnn" ? imageSize(settings).inputs : (tensors[0]?.shape[0] ?? 0);
  const outputs = tensors.at(-1)?.shape[0] ?? 0;
  const head = await createHead(settings, { inputs, outputs });
  try {
    restoreVariables(loss, named("loss"), outputs);
    head.writeWeights(tensors.map(({ data }) => data));
    return exportOnnx((features) => head.forward(features as Tensor2D), {
      inputs: [{ name: "features", shape: [null, inputs] }],
      outputs: ["logits"],
      scores: (logits) => loss.scores(logits),
    });
  } finally {
    loss.dispose?.();
    head.dispose();
  }
}

/** Gives a loss the variables that it was stored with. */
function restoreVariables(
  loss: MultilabelLoss,
  stored: readonly StoredTensors["tensors"][string][],
  classes: number,
): void {
  if (stored.length === 0) return;
  loss.onTrainBegin?.({ examples: 1, counts: new Array<number>(classes).fill(1) }); // makes them
  for (const [i, variable] of (loss.variables ?? []).entries()) {
    const { shape, data } = stored[i]!; // as many as were stored
    tidy(() => variable.assign(tensor(data, [...shape])));
  }
}

async function readRun(folder: string): Promise<RunIdentity & { readonly model: StoredTensors }> {
  try {
    const identity = JSON.parse(await readFile(join(folder, "config.json"), "utf8")) as RunIdentity;
    return {
      ...identity,
      model: decodeSafetensors(await readFile(join(folder, "model.safetensors"))),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(
      `${folder} is not the folder of a trained run (results/<experiment>/runs/…): ${reason}`,
    );
  }
}
