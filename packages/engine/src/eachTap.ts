import type { backend_util } from "@tensorflow/tfjs-core";

/** The geometry of a convolution over images [images, height, width, channels]. */
export type ConvInfo = backend_util.Conv2DInfo;

/**
 * Visits, for some images, every place of a convolution's output with every tap of its filter that lies on the image.
 *
 * @param images the first image and the one after the last
 * @param visit is given the number of the pixel under the tap, that of the output's place, and that of the tap
 */
export function eachTap(
  info: ConvInfo,
  [from, to]: readonly [number, number],
  visit: (pixel: number, place: number, tap: number) => void,
): void {
  const { inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth, padInfo } = info;
  for (let image = from; image < to; image++) {
    for (let row = 0; row < outHeight; row++) {
      for (let column = 0; column < outWidth; column++) {
        const place = (image * outHeight + row) * outWidth + column;
        for (let i = 0; i < filterHeight; i++) {
          const y = row * info.strideHeight + i * info.dilationHeight - padInfo.top;
          if (y < 0 || y >= inHeight) continue;
          for (let j = 0; j < filterWidth; j++) {
            const x = column * info.strideWidth + j * info.dilationWidth - padInfo.left;
            if (x < 0 || x >= inWidth) continue;
            visit((image * inHeight + y) * inWidth + x, place, i * filterWidth + j);
          }
        }
      }
    }
  }
}
