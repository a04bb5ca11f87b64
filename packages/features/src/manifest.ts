import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import writeFileAtomic from "write-file-atomic";
import { z } from "zod";
import { type FeatureKey, featureKey } from "./FeatureKey.js";

const FILENAME = "manifest.json";

const manifest = z.strictObject({
  version: z.literal(1),
  key: featureKey,
  rows: z.int().positive(),
  cols: z.int().positive(),
  /** Rows of every shard but the last, which may have fewer. */
  shardRows: z.int().positive(),
});

/** `manifest.json` of a feature folder: what the shards hold, for whom. */
export type Manifest = Readonly<z.infer<typeof manifest>>;

/** The folder's manifest; undefined where there is none for this key and number of rows. */
export async function readManifest(
  folder: string,
  key: FeatureKey,
  rows: number,
): Promise<Manifest | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, FILENAME), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  let content: Manifest;
  try {
    content = manifest.parse(JSON.parse(text));
  } catch {
    // Shards carry their own checksums: a damaged manifest loses nothing and is written again.
    return undefined;
  }
  return content.rows === rows && isDeepStrictEqual(content.key, key) ? content : undefined;
}

/** Puts the manifest in its place in one rename. */
export async function writeManifest(folder: string, content: Manifest): Promise<void> {
  await writeFileAtomic(join(folder, FILENAME), `${JSON.stringify(content, null, 2)}\n`);
}
