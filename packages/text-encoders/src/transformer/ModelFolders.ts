import { z } from "zod";

/** Where `transformer` looks for a model before it asks the Hugging Face hub. */
export interface ModelFolders {
  /** Folder laid out `<model id>/…` as on the hub. Default: none. */
  readonly models?: string | undefined;
  /** Folder that keeps what is fetched from the hub. Default: that of transformers.js. */
  readonly cache?: string | undefined;
}

/** Refuses what is no folder of `ModelFolders`. */
export const modelFolders = z.strictObject({
  models: z.string().optional(),
  cache: z.string().optional(),
});
