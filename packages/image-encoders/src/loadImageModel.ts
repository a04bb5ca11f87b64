import { join } from "node:path";
import { findModel } from "./findModel.js";
import { importTransformers } from "./importTransformers.js";
import type { ModelSource } from "./ModelSource.js";
import { modelDigest } from "./modelDigest.js";
import type { Preprocessing } from "./Preprocessing.js";
import { parsePreprocessor } from "./parsePreprocessor.js";

/** The network's output tensors by their names. */
export type Outputs = Readonly<
  Record<string, { readonly dims: readonly number[]; readonly data: unknown }>
>;

/** A network in ONNX Runtime, and what it wants done to images. */
export interface ImageModel {
  /** Hex sha256 of the files that decide its features. */
  readonly digest: string;
  readonly preprocessing: Preprocessing;
  /** Runs the network on pixel values [images, 3, height, width], row-major. */
  run(pixels: Float32Array, images: number): Promise<Outputs>;
  dispose(): void;
}

/**
 * Loads a model from its folder, or by its id from `<models>/<id>`, or from the hub where that is missing. Only JSON and
 * ONNX are read.
 *
 * @param threads of ONNX Runtime; undefined for one per physical core
 * @throws Error where the model is not to be had, saying where it was looked for and how to get it
 */
export async function loadImageModel(
  model: string,
  source: ModelSource,
  threads: number | undefined,
): Promise<ImageModel> {
  const local = await findModel(model, source);
  const transformers = await importTransformers();
  const { AutoConfig, AutoImageProcessor, AutoModel, AutoModelForImageFeatureExtraction, Tensor } =
    transformers;
  const cache = source.cache ?? transformers.env.cacheDir ?? ".cache";
  const place = local ?? model;
  const folder = local ?? join(cache, model);
  const options = { cache_dir: cache, local_files_only: local !== undefined };
  try {
    const config = await AutoConfig.from_pretrained(place, options);
    const processor = await AutoImageProcessor.from_pretrained(place, options);
    const file = join(folder, "preprocessor_config.json");
    const preprocessing = parsePreprocessor(processor.config, file);
    const { width, height } = preprocessing;
    // Two towers in one model: the class knows which file holds the one for images.
    const Model = AutoModelForImageFeatureExtraction.supports(config.model_type ?? "")
      ? AutoModelForImageFeatureExtraction
      : AutoModel;
    const network = await Model.from_pretrained(place, {
      ...options,
      dtype: "fp32",
      device: "cpu",
      session_options: {
        graphOptimizationLevel: "all",
        // Threads that wait spinning would take the cores from those that decode the next images.
        extra: { session: { intra_op: { allow_spinning: "0" } } },
        ...(threads !== undefined && { intraOpNumThreads: threads }),
      },
    });
    let disposed = false;
    return {
      digest: await modelDigest(folder),
      preprocessing,
      run: (pixels, images) =>
        network({ pixel_values: new Tensor("float32", pixels, [images, 3, height, width]) }),
      dispose() {
        if (!disposed) void network.dispose(); // a session cannot be released twice
        disposed = true;
      },
    };
  } catch (cause) {
    throw new Error(notUsable(model, local, source, reasonOf(cause)), { cause });
  }
}

/** What went wrong; `fetch` says only in its cause whether the hub was reached. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? (error.cause ?? error.message) : error;
  return String(reason).replace(/\.$/, "");
}

function notUsable(
  model: string,
  local: string | undefined,
  { models }: ModelSource,
  reason: string,
): string {
  if (local !== undefined) return `the model "${model}" in ${local} cannot be used: ${reason}`;
  const places = `${models === undefined ? "" : `${join(models, model)} or `}https://huggingface.co/${model}`;
  return (
    `the model "${model}" is not to be had from ${places} (${reason}): name one that the hub has as ONNX for feature ` +
    "extraction, as Xenova/clip-vit-base-patch32; or export one by `optimum-cli export onnx --model <owner/name> --task " +
    "feature-extraction <folder>`, as google/mobilenet_v2_1.0_224, and put its config.json, preprocessor_config.json and, " +
    `as onnx/model.onnx, model.onnx into ${model}/ of a folder that you name as --models, \`models\` or SIGF1_MODELS`
  );
}
