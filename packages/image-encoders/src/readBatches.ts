import type { Preprocessing } from "./Preprocessing.js";
import { readImage } from "./readImage.js";

/** Batches that are read while one is in use: an image's header in the time of one, its pixels in that of the next. */
const AHEAD = 2;

/**
 * Reads image files batch by batch, in order. While a batch is in use the next two are read, their images in parallel
 * on the threads of libuv (four, unless UV_THREADPOOL_SIZE says otherwise); no more than three are in memory.
 *
 * @throws ImageError of the first batch that has a file that cannot be read
 */
export async function* readBatches(
  files: readonly string[],
  preprocessing: Preprocessing,
  batchSize: number,
  maxPixels: number,
): AsyncGenerator<readonly Uint8Array[], void, undefined> {
  const reading: Promise<readonly Uint8Array[]>[] = [];
  for (let start = 0; start < files.length + AHEAD * batchSize; start += batchSize) {
    const batch = files.slice(start, start + batchSize);
    const images = Promise.all(batch.map((file) => readImage(file, preprocessing, maxPixels)));
    images.catch(() => {}); // thrown where it is awaited
    reading.push(images);
    if (reading.length <= AHEAD) continue;
    const ready = await reading.shift();
    if (ready !== undefined && ready.length > 0) yield ready;
  }
}
