import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const size = z.int().positive();

/** BERT and its kin say `hidden_size`, DistilBERT `dim`. */
const config = z
  .looseObject({
    hidden_size: size.optional(),
    dim: size.optional(),
    max_position_embeddings: size.optional(),
  })
  .transform(({ hidden_size, dim, max_position_embeddings }) => ({
    dimension: hidden_size ?? dim,
    positions: max_position_embeddings ?? Number.POSITIVE_INFINITY,
  }))
  .refine(({ dimension }) => dimension !== undefined, "names neither hidden_size nor dim");

const tokenizerConfig = z.looseObject({ model_max_length: z.number().positive().optional() });

/** Sizes of a model. */
export interface ModelShape {
  /** Length of a token's vector. */
  readonly dimension: number;
  /** The longest text in tokens; infinity where the model sets no bound. */
  readonly positions: number;
}

/** @throws Error naming the file that is no JSON or lacks a size */
export async function readShape(folder: string): Promise<ModelShape> {
  const { dimension, positions } = await read(join(folder, "config.json"), config);
  const { model_max_length = positions } = await read(
    join(folder, "tokenizer_config.json"),
    tokenizerConfig,
  );
  // The schema refuses a config without a dimension. RoBERTa counts two positions that no token has: the
  // tokenizer knows better.
  return { dimension: dimension!, positions: Math.min(positions, model_max_length) };
}

async function read<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(`${path} does not describe a model: ${reason}`, { cause: error });
  }
}
