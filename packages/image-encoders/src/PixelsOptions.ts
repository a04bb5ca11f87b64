import { z } from "zod";
import { defaultMaxPixels } from "./readImage.js";

export interface PixelsOptions {
  /** Of the resized image, in pixels; default 64. */
  readonly width?: number | undefined;
  /** Default 64. */
  readonly height?: number | undefined;
  /** `fill` stretches an image to the size, `cover` keeps its proportions and cuts off what lies outside; default `fill`. */
  readonly fit?: "fill" | "cover" | undefined;
  /** Images of more pixels are refused; default 100 million. */
  readonly maxPixels?: number | undefined;
}

const count = z.int().positive();

/** Options of `pixels`, defaults filled in. */
export const pixelsOptions = z.strictObject({
  width: count.default(64),
  height: count.default(64),
  fit: z.enum(["fill", "cover"]).default("fill"),
  maxPixels: count.default(defaultMaxPixels),
});
