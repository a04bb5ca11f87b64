import { z } from "zod";

/** Where the files of pretrained models are looked for. */
export interface ModelSource {
  /** Folder laid out `<model id>/config.json`, `…/preprocessor_config.json`, `…/onnx/model.onnx`; none where undefined. */
  readonly models?: string | undefined;
  /** Folder that keeps what is fetched from the Hugging Face hub. Default: that of transformers.js. */
  readonly cache?: string | undefined;
}

/** Refuses what is no folder of `ModelSource`. */
export const modelSource = z.strictObject({
  models: z.string().optional(),
  cache: z.string().optional(),
});
