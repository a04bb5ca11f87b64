import { importTransformers } from "./importTransformers.js";
import type { TransformerSettings } from "./transformerOptions.js";

/** Fetches what the cache folder lacks of a model from the Hugging Face hub. */
export async function fetchModel(
  { model, dtype, revision }: TransformerSettings,
  cache: string,
): Promise<void> {
  const { AutoModel, AutoTokenizer } = await importTransformers();
  const source = { cache_dir: cache, revision };
  await AutoTokenizer.from_pretrained(model, source);
  const loaded = await AutoModel.from_pretrained(model, { ...source, dtype, device: "cpu" });
  await loaded.dispose();
}
