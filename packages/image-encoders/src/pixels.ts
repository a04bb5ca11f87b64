import type { Encoder } from "@sigf1/features";
import { checkPaths } from "./checkPaths.js";
import { normalise } from "./normalise.js";
import { type PixelsOptions, pixelsOptions } from "./PixelsOptions.js";
import type { Preprocessing } from "./Preprocessing.js";
import { parseOptions } from "./parseOptions.js";
import { readBatches } from "./readBatches.js";

/** Images that are decoded together. */
const BATCH = 16;

/**
 * Encodes image files as their pixels, for `cnnHead`: resized to one size, antialiased, each row [height, width, 3]
 * flattened, a channel of value v in 0 … 255 as v/127.5 − 1. Inputs are paths.
 *
 * `encode` throws TypeError on an input that is no path, and ImageError where a file cannot be read as an image.
 *
 * @throws TypeError on an unknown option or a value out of range
 */
export function pixels(options: PixelsOptions = {}): Encoder<string> {
  const { width, height, fit, maxPixels } = parseOptions("pixels", pixelsOptions, options);
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
      checkPaths("pixels", files);
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
