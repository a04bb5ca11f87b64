import type { Encoder } from "@sigf1/features";
import { normalise } from "./normalise.js";
import { type PixelsOptions, pixelsOptions } from "./PixelsOptions.js";
import type { Preprocessing } from "./Preprocessing.js";
import { readBatches } from "./readBatches.js";

/** Images that are decoded together. */
const BATCH = 16;

/**
 * Encodes image files as their pixels, for `cnnHead`: resized to one size, antialiased, each row [height, width, 3]
 * flattened, a channel of value v in 0 … 255 as v/127.5 − 1. Inputs are paths.
 *
 * @throws ImageError (`encode`) where a file cannot be read as an image
 */
export function pixels(options: PixelsOptions = {}): Encoder<string> {
  const { width, height, fit, maxPixels } = pixelsOptions.parse(options);
  const dimension = height * width * 3;
  const preprocessing: Preprocessing = {
    width,
    height,
    resize: { width, height, fit },
    kernel: "lanczos3",
    scale: 1 / 127.5,
    mean: [1, 1, 1],
    std: [1, 1, 1],
  };
  return {
    id: `pixels(${width}x${height}, ${fit})`,
    dimension,
    async encode(files) {
      const rows = new Float32Array(files.length * dimension);
      let start = 0;
      for await (const images of readBatches(files, preprocessing, BATCH, maxPixels)) {
        for (const image of images) {
          normalise(image, preprocessing, "hwc", rows.subarray(start, start + dimension));
          start += dimension;
        }
      }
      return rows;
    },
    dispose: () => {},
  };
}
