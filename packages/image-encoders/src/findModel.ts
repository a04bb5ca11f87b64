import { readdir } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import type { ModelSource } from "./ModelSource.js";

/**
 * The absolute path of a model's folder: the one that `model` names, else `<models>/<model>`; nothing where that is
 * missing and the hub has to be asked.
 * @throws RangeError where `model` is neither a path that begins with "." or "/" nor an id of the Hugging Face hub's form
 * @throws Error where the folder that `model` names is none, or a folder lacks a file
 */
export async function findModel(
  model: string,
  { models }: ModelSource,
): Promise<string | undefined> {
  if (model.startsWith(".") || isAbsolute(model)) {
    const folder = resolve(model);
    if (await isModel(folder)) return folder;
    throw new Error(`model ${model}: ${folder} is not a folder`);
  }
  if (!/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)?$/.test(model)) {
    throw new RangeError(
      `"${model}" is neither a model id, name or owner/name, nor a path that begins with "." or "/"`,
    );
  }
  if (models === undefined) return undefined;
  const folder = resolve(models, model);
  return (await isModel(folder)) ? folder : undefined;
}

/** Whether there is such a folder; throws Error where it lacks a file. */
async function isModel(folder: string): Promise<boolean> {
  const names = await list(folder);
  if (names === undefined) return false;
  const networks = (await list(join(folder, "onnx"))) ?? [];
  // Of two towers, the network for images has a name of its own, as vision_model.onnx.
  if (!networks.some((name) => name.endsWith("model.onnx"))) {
    throw new Error(
      `${folder} has no onnx/model.onnx; \`optimum-cli export onnx --model <model id> --task feature-extraction ` +
        "<folder>` makes model.onnx, which belongs into the folder's onnx/",
    );
  }
  for (const name of ["config.json", "preprocessor_config.json"]) {
    if (names.includes(name)) continue;
    throw new Error(`${folder} has no ${name}; copy it from where the model came from`);
  }
  return true;
}

async function list(folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
