import { readFileSync } from "node:fs";
import { ImageError } from "./ImageError.js";
import type { Preprocessing } from "./Preprocessing.js";

/** Pixels above which an image is refused, unless told otherwise: 100 million, 300 MB of RGB. */
export const defaultMaxPixels = 100_000_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels at an edge that interpolation of an image enlarged to twice its size mixes with black, at most. */
const EDGE = 4;

/** Interpolation of transformers.js by kernel; it has none for Lanczos. */
const interpolators = { nearest: "nearest", linear: "bilinear", cubic: "bicubic" } as const;

/**
 * Decodes an image file to 8-bit sRGB, turned as its EXIF orientation says, resized and cut as the preprocessing says.
 * Transparent parts are laid on white; grey and CMYK images become RGB, the latter by their own colour profile.
 *
 * An image that is scaled by more than ½ and at most 1, or 2 where its edges are cut off, is interpolated as transformers.js
 * does it. Beyond, that would skip pixels or darken the edges: the image is antialiased, as by Pillow, or enlarged from its
 * own pixels alone, and of a JPEG that shrinks only a part is decoded.
 *
 * @param maxPixels an image of more pixels (width × height) is refused before it is decoded
 * @returns height × width × 3 values, row by row
 * @throws ImageError where the file is missing, truncated, no image or too large
 */
export async function readImage(
  file: string,
  { width, height, resize, kernel }: Pick<Preprocessing, "width" | "height" | "resize" | "kernel">,
  maxPixels: number = defaultMaxPixels,
): Promise<Uint8Array> {
  // Loaded when it is needed: a program that only checks options goes without the native library.
  const { default: sharp } = await import("sharp");
  try {
    // Given a path, sharp would keep the file open and miss that it was replaced. Read at once, the rest is work for
    // other threads, which goes on while a network keeps this one busy.
    const image = sharp(readFileSync(file), { failOn: "error", limitInputPixels: maxPixels });
    const size = (await image.metadata()).autoOrient;
    image.autoOrient();
    const target = resizedSize(size, resize);
    const [x, y] = [target.width / size.width, target.height / size.height];
    const cut = Math.min(target.width - width, target.height - height) >= 2 * EDGE;
    const scaledLittle = Math.min(x, y) > 0.5 && Math.max(x, y) <= (cut ? 2 : 1);
    if (kernel !== "lanczos3" && scaledLittle) {
      image.affine([x, 0, 0, y], { interpolator: interpolators[kernel] });
    } else image.resize({ ...resize, kernel });
    const { data, info } = await image
      .flatten({ background: "white" })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return centre(data, info, width, height);
  } catch (cause) {
    throw new ImageError(file, await reasonOf(cause, file, maxPixels), { cause });
  }
}

/** The size before the cut, rounded down as transformers.js does it. */
function resizedSize(size: Size, { width, height, fit }: Preprocessing["resize"]): Size {
  if (fit === "fill") return { width, height };
  const scale = Math.max(width / size.width, height / size.height);
  const scaled = (side: number) => Math.floor(Number((side * scale).toFixed(2)));
  return { width: scaled(size.width), height: scaled(size.height) };
}

/** Cuts a rectangle out of the middle of an RGB image. */
function centre(data: Uint8Array, image: Size, width: number, height: number): Uint8Array {
  if (image.width === width && image.height === height) return data;
  const left = Math.floor((image.width - width) / 2);
  const top = Math.floor((image.height - height) / 2);
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * image.width + left) * 3;
    pixels.set(data.subarray(start, start + width * 3), y * width * 3);
  }
  return pixels;
}

async function reasonOf(cause: unknown, file: string, maxPixels: number): Promise<string> {
  const message = cause instanceof Error ? cause.message : String(cause);
  if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "there is no such file";
  if (message.includes("exceeds pixel limit")) {
    const { default: sharp } = await import("sharp");
    // The header alone is read.
    const { width, height } = await sharp(file, { limitInputPixels: false }).metadata();
    const count = (width * height).toLocaleString("en-US");
    return (
      `its ${width} × ${height} = ${count} pixels are more than the ${maxPixels.toLocaleString("en-US")} of the ` +
      "encoder's option maxPixels (encoder.maxPixels in an experiment file); raise it if the file is trusted"
    );
  }
  return message.replaceAll(/\s*\n\s*/g, "; ");
}
