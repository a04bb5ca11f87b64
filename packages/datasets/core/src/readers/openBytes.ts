import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

const CHUNK = 2 ** 20;

/**
 * Streams a file's bytes, gunzipped where its first two bytes are those of gzip, whatever its name. A chunk may be
 * overwritten by the next: a stream's new buffer for each would cost a tenth of the time of parsing JSON lines.
 */
export async function* openBytes(path: string): AsyncGenerator<Buffer, void, undefined> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let { bytesRead } = await file.read(buffer, 0, CHUNK, null);
    if (bytesRead > 1 && buffer[0] === 0x1f && buffer[1] === 0x8b) {
      // pipeline hands the file's errors on, and closes the file when the reader stops early.
      yield* pipeline(createReadStream(path), createGunzip({ chunkSize: CHUNK }), () => {});
      return;
    }
    while (bytesRead > 0) {
      yield buffer.subarray(0, bytesRead);
      ({ bytesRead } = await file.read(buffer, 0, CHUNK, null));
    }
  } finally {
    await file.close();
  }
}
