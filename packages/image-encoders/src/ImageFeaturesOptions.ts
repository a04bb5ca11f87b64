import { z } from "zod";
import { defaultMaxPixels } from "./readImage.js";

export interface ImageFeaturesOptions {
  /** Id of the model, on the hub or below the folder of models, or the path of its folder; default `mobilenet_v2_1.0_224`. */
  readonly model?: string | undefined;
  /** Images that pass through the network together; default 8. */
  readonly batchSize?: number | undefined;
  /** Threads of ONNX Runtime; default one for each physical core. */
  readonly threads?: number | undefined;
  /** Images of more pixels are refused; default 100 million. */
  readonly maxPixels?: number | undefined;
}

const count = z.int().positive();

/** Options of `imageFeatures`, defaults filled in. */
export const imageFeaturesOptions = z.strictObject({
  model: z.string().min(1).default("mobilenet_v2_1.0_224"),
  batchSize: count.default(8),
  threads: count.optional(),
  maxPixels: count.default(defaultMaxPixels),
});
