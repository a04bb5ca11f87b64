import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { checkDimension } from "./checkDimension.js";
import type { EncodeOptions } from "./EncodeOptions.js";
import { encodeRows } from "./encodeRows.js";
import type { FeatureKey } from "./FeatureKey.js";
import { type Manifest, writeManifest } from "./manifest.js";
import { findShard, shardBuffer, shardPlaces, writeShard } from "./shards.js";

/**
 * Writes the manifest and the shards that a folder lacks; the caller has its lock.
 *
 * @param known the folder's manifest, where it has one for this key.
 * @param whole names of the first shards, which were found to be whole.
 * @param fitOnce fits the encoder, unless it is fitted already.
 * @param lost stops the work before the next shard.
 */
export async function fillStore<Input>(
  options: EncodeOptions<Input>,
  folder: string,
  key: FeatureKey,
  known: Manifest | undefined,
  whole: readonly string[],
  fitOnce: () => Promise<void>,
  lost: AbortSignal,
): Promise<{ manifest: Manifest; files: string[] }> {
  const { encoder, part } = options;
  const rows = part.ids.length;
  let manifest = known;
  if (manifest === undefined) {
    await fitOnce();
    const cols = encoder.dimension;
    if (cols < 1) throw new RangeError(`encoder ${encoder.id} gives vectors without features`);
    manifest = { version: 1, key, rows, cols, shardRows: options.shardRows ?? defaultRows(cols) };
    await writeManifest(folder, manifest);
  }

  const names = (await readdir(folder)).sort();
  const there = new Set(names);
  const files = whole.every((name) => there.has(name)) ? [...whole] : [];
  for (const place of shardPlaces(folder, manifest).slice(files.length)) {
    lost.throwIfAborted();
    const found = await findShard(place, names);
    for (const name of found.corrupt) {
      const report = options.onCorrupt ?? ((message) => process.emitWarning(message));
      const remedy =
        found.file === undefined ? "its rows are computed again" : "another copy is used";
      report(`${join(folder, name)} is damaged: ${remedy}`);
    }
    if (found.file === undefined) {
      await fitOnce();
      checkDimension(encoder, manifest, folder);
      const { bytes, values } = shardBuffer(place);
      await encodeRows(options, place.start, values);
      files.push(await writeShard(place, bytes));
    } else {
      files.push(found.file);
      options.onProgress?.(place.start + place.rows, rows);
    }
  }
  return { manifest, files };
}

/** At most 1,024 rows and, where one row allows it, 32 MiB. */
function defaultRows(cols: number): number {
  return Math.max(1, Math.min(1024, Math.floor(2 ** 23 / cols)));
}
