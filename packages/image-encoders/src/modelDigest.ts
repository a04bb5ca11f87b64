import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** Hex sha256 over the single-precision networks of a model's folder and what it says of preprocessing. */
export async function modelDigest(folder: string): Promise<string> {
  const networks = (await readdir(join(folder, "onnx")))
    .filter((name) => /model\.onnx(?:_data(?:_\d+)?)?$/.test(name))
    .sort()
    .map((name) => join("onnx", name));
  const hash = createHash("sha256");
  for (const file of ["preprocessor_config.json", ...networks]) {
    await pipeline(createReadStream(join(folder, file)), hash, { end: false });
  }
  return hash.digest("hex");
}
