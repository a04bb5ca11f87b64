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
  const buffers = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)] as const;
  let [buffer, other] = buffers;
  // The next chunk is read while this one is used.
  let reading = file.read(buffer, 0, CHUNK, null);
  try {
    let { bytesRead } = await reading;
    if (bytesRead > 1 && buffer[0] === 0x1f && buffer[1] === 0x8b) {
      // pipeline hands the file's errors on, and closes the file when the reader stops early.
      yield* pipeline(createReadStream(path), createGunzip({ chunkSize: CHUNK }), () => {});
      return;
    }
    while (bytesRead > 0) {
      reading = file.read(other, 0, CHUNK, null);
      reading.catch(() => {}); // told when it is waited for
      yield buffer.subarray(0, bytesRead);
      ({ bytesRead } = await reading);
      [buffer, other] = [other, buffer];
    }
  } finally {
    await reading.catch(() => {}); // it must not outlive the file
    await file.close();
  }
}
