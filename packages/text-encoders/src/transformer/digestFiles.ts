import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** Hex sha256 of the files' bytes, one file after the other. */
export async function digestFiles(files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) {
    for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 20 }))
      hash.update(chunk);
  }
  return hash.digest("hex");
}
