import type { Encoder } from "@sigf1/features";
import { z } from "zod";
import { checkTexts } from "../checkTexts.js";
import { digestFiles } from "./digestFiles.js";
import type { LoadedModel } from "./LoadedModel.js";
import { loadModel } from "./loadModel.js";
import { type ModelFolders, modelFolders } from "./ModelFolders.js";
import { normalize } from "./normalize.js";
import { obtainModel } from "./obtainModel.js";
import { planBatches } from "./planBatches.js";
import { pool } from "./pool.js";
import { readShape } from "./readShape.js";
import { type TransformerOptions, transformerOptions } from "./transformerOptions.js";

/**
 * Encodes texts with DistilBERT, BERT or a model of their kind: the pooled vectors of a text's tokens in the last
 * layer, special tokens included. With n tokens hₜ: mean (1/n) Σ hₜ, cls h₀, max maxₜ hₜ. Texts are sorted by
 * length and batched within `batchTokens`, so that little is computed for padding; features come back in the order
 * of the texts. The model is found or fetched here and loaded by the first `encode`.
 *
 * `encode` throws TypeError on an input that is no text, and Error where the model can't be loaded or after
 * `dispose`.
 *
 * @throws TypeError on an unknown option or folder, or a value out of range; RangeError where `maxLength` is above the
 *   model's positions; Error where the model is not to be had, saying where was looked and what to do.
 */
export async function transformer(
  options: TransformerOptions,
  folders: ModelFolders = {},
): Promise<Encoder<string>> {
  const parsed = transformerOptions.safeParse(options);
  if (!parsed.success) throw new TypeError(`transformer: ${z.prettifyError(parsed.error)}`);
  const named = modelFolders.safeParse(folders);
  if (!named.success) throw new TypeError(`transformer, folders: ${z.prettifyError(named.error)}`);
  const { batchTokens, device, revision: _fetchedFrom, ...chosen } = parsed.data;
  const found = await obtainModel(parsed.data, folders);
  const { dimension, positions } = await readShape(found.folder);
  const maxLength = chosen.maxLength ?? positions;
  if (maxLength > positions) {
    throw new RangeError(
      `maxLength ${maxLength} is above the ${positions} positions of ${chosen.model}`,
    );
  }
  // Equal options with other weights give other features.
  const digest = (await digestFiles(found.files)).slice(0, 16);
  // Quantised activations are rounded to the range of their batch.
  const batching = chosen.dtype === "q8" ? { batchTokens } : {};

  let loading: Promise<LoadedModel> | undefined;
  let disposed = false;
  return {
    id: `transformer(${JSON.stringify({ ...chosen, ...batching, maxLength, digest })})`,
    dimension,
    batchRows: 256,
    async encode(texts) {
      if (disposed) throw new Error("transformer: disposed of; make a new one");
      checkTexts("transformer", texts);
      const features = new Float32Array(texts.length * dimension);
      if (texts.length === 0) return features;
      loading ??= loadModel(found, { dtype: chosen.dtype, device }, maxLength);
      const model = await loading;
      const rows = model.tokenize(texts);
      const lengths = rows.map(({ length }) => length);
      for (const batch of planBatches(lengths, batchTokens)) {
        const hidden = await model.run(batch.map((row) => rows[row]!)); // a batch holds indices of rows
        batch.forEach((row, i) => {
          const vector = features.subarray(row * dimension, (row + 1) * dimension);
          pool(hidden, i, lengths[row]!, chosen.pooling, vector);
          if (chosen.norm === "l2") normalize(vector);
        });
      }
      return features;
    },
    dispose() {
      disposed = true;
      // What failed to load has nothing to free.
      loading?.then((model) => model.dispose()).catch(() => undefined);
    },
  };
}
