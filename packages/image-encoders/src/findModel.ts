import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ModelSource } from "./ModelSource.js";

/**
 * The absolute path of a model's folder below `models`; nothing where it has none and the hub has to be asked.
 * @throws RangeError where `model` is no id of the Hugging Face hub's form, `name` or `owner/name`
 */
export async function findModel(
  model: string,
  { models }: ModelSource,
): Promise<string | undefined> {
  if (!/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)?$/.test(model)) {
    throw new RangeError(`"${model}" is no model id: expected name or owner/name`);
  }
  if (models === undefined) return undefined;
  const folder = resolve(models, model);
  const found = await stat(join(folder, "config.json")).catch(() => undefined);
  return found === undefined ? undefined : folder;
}
