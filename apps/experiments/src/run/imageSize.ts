import type { HeadSettings } from "../config/experimentSchema.js";

/** The size of the images that a head cnn takes, by default that of the encoder pixels, and its number of features. */
export function imageSize({ width = 64, height = 64 }: HeadSettings): {
  readonly width: number;
  readonly height: number;
  readonly inputs: number;
} {
  return { width, height, inputs: 3 * width * height };
}
