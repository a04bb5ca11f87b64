import type { Encoder } from "@sigf1/features";
import { checkPaths } from "./checkPaths.js";
import { type ImageFeaturesOptions, imageFeaturesOptions } from "./ImageFeaturesOptions.js";
import { type ImageModel, loadImageModel } from "./loadImageModel.js";
import { type ModelSource, modelSource } from "./ModelSource.js";
import { normalise } from "./normalise.js";
import { parseOptions } from "./parseOptions.js";
import { pooled } from "./pooled.js";
import { readBatches } from "./readBatches.js";

/**
 * Encodes image files by a pretrained network: for MobileNetV2 the 1,280 means of its last feature maps. Images are
 * prepared as the model's `preprocessor_config.json` says and pass through the network in batches, while the next
 * batch is decoded. Inputs are paths.
 *
 * The encoder's id holds a digest of the model's files, so that features of another model of that name are not taken
 * for its own.
 *
 * `encode` throws TypeError on an input that is no path, ImageError where a file cannot be read, and Error after
 * `dispose`.
 *
 * @throws TypeError on an unknown option or a value out of range; Error where the model is not to be had
 */
export async function imageFeatures(
  options: ImageFeaturesOptions = {},
  source: ModelSource = {},
): Promise<Encoder<string>> {
  const { model, batchSize, threads, maxPixels } = parseOptions(
    "imageFeatures",
    imageFeaturesOptions,
    options,
  );
  const folders = parseOptions("imageFeatures, folders", modelSource, source);
  const network = await loadImageModel(model, folders, threads);
  const dimension = await widthOf(network).catch((cause: Error) => {
    network.dispose();
    throw new Error(`the model "${model}" gives no image features: ${cause.message}`, { cause });
  });
  let disposed = false;
  return {
    id: `image-features(${model}, ${network.digest.slice(0, 12)})`,
    dimension,
    async encode(files) {
      if (disposed) throw new Error("imageFeatures: disposed of; make a new one");
      checkPaths("imageFeatures", files);
      const features = new Float32Array(files.length * dimension);
      let row = 0;
      for await (const images of readBatches(files, network.preprocessing, batchSize, maxPixels)) {
        const batch = await run(network, images);
        features.set(batch, row * dimension);
        row += images.length;
      }
      return features;
    },
    dispose() {
      disposed = true;
      network.dispose();
    },
  };
}

/** The length of a vector, found with a black image. */
async function widthOf(network: ImageModel): Promise<number> {
  const { width, height } = network.preprocessing;
  return (await run(network, [new Uint8Array(3 * height * width)])).length;
}

async function run(network: ImageModel, images: readonly Uint8Array[]): Promise<Float32Array> {
  const { preprocessing } = network;
  const size = 3 * preprocessing.height * preprocessing.width;
  const pixels = new Float32Array(images.length * size);
  for (const [i, image] of images.entries()) {
    normalise(image, preprocessing, "chw", pixels.subarray(i * size, (i + 1) * size));
  }
  return pooled(await network.run(pixels, images.length), images.length);
}
