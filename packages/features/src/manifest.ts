import { readFile } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { z } from "zod";
import { featureKey } from "./FeatureKey.js";
import { MANIFEST } from "./fileNames.js";

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

/** The folder's manifest; undefined where there is none, or a damaged one. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, MANIFEST), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    // Shards carry their own checksums: a damaged manifest loses nothing and is written again.
    return undefined;
  }
}

/** Puts the manifest in its place in one rename. */
export async function writeManifest(folder: string, content: Manifest): Promise<void> {
  await writeFileAtomic(join(folder, MANIFEST), `${JSON.stringify(content, null, 2)}\n`);
}
