import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";

const CHUNK = 2 ** 18;

/** Streams a file's bytes, gunzipped where its first two bytes are those of gzip, whatever its name. */
export async function openBytes(path: string): Promise<Readable> {
  const zipped = await startsAsGzip(path);
  const bytes = createReadStream(path, { highWaterMark: CHUNK });
  // pipeline hands the file's errors on, and closes the file when the reader stops early.
  return zipped ? pipeline(bytes, createGunzip({ chunkSize: CHUNK }), () => {}) : bytes;
}

async function startsAsGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
