import { isAbsolute, join, resolve } from "node:path";
import { fetchModel } from "./fetchModel.js";
import { findModelFiles } from "./findModelFiles.js";
import { importTransformers } from "./importTransformers.js";
import type { ModelFiles } from "./ModelFiles.js";
import type { ModelFolders } from "./ModelFolders.js";
import type { TransformerSettings } from "./transformerOptions.js";

/** A model id of the hub: a name, or an owner and a name. */
const MODEL_ID = /^(?:\w[\w.-]*\/)?\w[\w.-]*$/;

/**
 * The model's files: in the folder that `model` names; else in `<models>/<model id>`; else in the cache, into
 * which they are fetched from the hub.
 * @throws Error in one sentence that says where was looked and what to do
 */
export async function obtainModel(
  settings: TransformerSettings,
  { models, cache }: ModelFolders,
): Promise<ModelFiles> {
  const { model, dtype, revision } = settings;
  if (model.startsWith(".") || isAbsolute(model)) {
    const folder = resolve(model);
    const named = await findModelFiles(folder, dtype);
    if (named === undefined) throw new Error(`model ${model}: ${folder} is not a folder`);
    return named;
  }
  if (!MODEL_ID.test(model)) {
    throw new Error(
      `model "${model}" is neither a model id, as in owner/name, nor a path that begins with "." or "/"`,
    );
  }
  const given = models && resolve(models, model);
  const found = given && (await findModelFiles(given, dtype));
  if (found) return found;

  const { env } = await importTransformers();
  const folder = resolve(cache ?? env.cacheDir ?? ".cache");
  // The layout of transformers.js's own cache.
  const place = join(folder, model, revision === "main" ? "" : revision);
  try {
    // What an interrupted fetch left is incomplete, and fetched again.
    const kept = await findModelFiles(place, dtype).catch(() => undefined);
    if (kept !== undefined) return kept;
    await fetchModel(settings, folder);
  } catch (error) {
    const reason = String(error instanceof Error ? (error.cause ?? error.message) : error);
    const looked = given ? `neither in ${given} nor in ${place}` : `not in ${place}`;
    throw new Error(
      `model ${model} is ${looked}, and ${env.remoteHost} does not give it (${reason.replace(/\.$/, "")}): name one that ` +
        "the hub has as ONNX for feature extraction, as Xenova/all-MiniLM-L6-v2; or export it by `optimum-cli export onnx " +
        `--model ${model} --task feature-extraction <folder>\` and put its config.json, tokenizer.json, ` +
        `tokenizer_config.json and, as onnx/model.onnx, model.onnx there, or into ${model}/ of a folder that you name as ` +
        "--models, `models` or SIGF1_MODELS",
      { cause: error },
    );
  }
  const fetched = await findModelFiles(place, dtype);
  if (fetched === undefined) throw new Error(`model ${model} was fetched, but is not in ${place}`);
  return fetched;
}
