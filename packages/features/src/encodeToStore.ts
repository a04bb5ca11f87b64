import { mkdir, readdir, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { checkDimension } from "./checkDimension.js";
import { checkEncodeOptions } from "./checkEncodeOptions.js";
import type { EncodeOptions } from "./EncodeOptions.js";
import { FeatureStore } from "./FeatureStore.js";
import { isStoreName, MANIFEST, shardRange } from "./fileNames.js";
import { fillStore } from "./fillStore.js";
import { keyOf } from "./keyOf.js";
import { type Manifest, readManifest } from "./manifest.js";
import { sha256 } from "./sha256.js";
import { findShard, shardPlaces } from "./shards.js";
import { withFolderLock } from "./withFolderLock.js";

/**
 * Encodes a part of a dataset into `<folder>/<digest of the key>/`: `.npy` shards (float32, C order) and
 * `manifest.json`, which holds the key in readable form. What is there already is not computed again, and
 * where all of it is, the encoder is neither fitted nor called. Every file is put in place in one rename:
 * an interrupted encode goes on from its last whole shard. One process at a time writes the features of a key;
 * others that want them wait, and find them done. A shard whose bytes don't match their checksum is reported and
 * computed again.
 *
 * @throws RangeError where a feature is NaN or infinite (with the example's id and the column), a part is
 *   empty, has an id twice, or its ids, inputs and labels differ in number; TypeError where the encoder has `fit`
 *   and `fitOn` is missing, or an option is of a wrong type; Error where an encoder's output doesn't have the stored
 *   or promised shape.
 */
export async function encodeToStore<Input>(options: EncodeOptions<Input>): Promise<FeatureStore> {
  checkEncodeOptions(options);
  const { encoder, part, fitOn } = options;
  const rows = part.ids.length;
  const key = keyOf(options.dataset, encoder, part, fitOn);
  const folder = join(options.folder, sha256(JSON.stringify(key)));
  await mkdir(folder, { recursive: true });

  const ownManifest = async () => {
    const found = await readManifest(folder);
    return found?.rows === rows && isDeepStrictEqual(found.key, key) ? found : undefined;
  };
  let manifest = await ownManifest();
  // The dimension of an encoder that learns is not known before `fit`.
  if (manifest !== undefined && encoder.fit === undefined)
    checkDimension(encoder, manifest, folder);
  let files = manifest === undefined ? [] : await wholeShards(folder, manifest, options);
  if (manifest === undefined || files.length < shardPlaces(folder, manifest).length) {
    let fitting: Promise<void> | undefined;
    const fitOnce = async () => {
      if (fitOn !== undefined) fitting ??= encoder.fit?.(fitOn.inputs, fitOn.labels);
      await fitting;
    };
    let waiting = false;
    const wait = async () => {
      if (!waiting) options.onWait?.();
      waiting = true;
      options.onProgress?.(await writtenRows(folder), rows);
    };
    [manifest, files] = await withFolderLock(folder, wait, async (lost) => {
      await mkdir(folder, { recursive: true }); // who had the lock may have removed it
      const known = await ownManifest();
      const whole = isDeepStrictEqual(known, manifest) ? files : [];
      const filled = await fillStore(options, folder, key, known, whole, fitOnce, lost);
      lost.throwIfAborted(); // what is half-written is another process's
      await removeOthers(folder, filled.files);
      return [filled.manifest, filled.files];
    });
  }
  const now = new Date();
  await utimes(join(folder, MANIFEST), now, now).catch(() => {}); // the last use; not in a read-only folder
  return new FeatureStore(folder, rows, manifest.cols, files, manifest.shardRows);
}

/** The first shards, up to one that is missing or damaged. */
async function wholeShards<Input>(
  folder: string,
  manifest: Manifest,
  { onProgress }: EncodeOptions<Input>,
): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  const files: string[] = [];
  for (const place of shardPlaces(folder, manifest)) {
    const { file, corrupt } = await findShard(place, names);
    if (file === undefined || corrupt.length > 0) break;
    files.push(file);
    onProgress?.(place.start + place.rows, manifest.rows);
  }
  return files;
}

/** Rows that another process has written so far. */
async function writtenRows(folder: string): Promise<number> {
  const ranges = (await readdir(folder)).map(shardRange);
  return ranges.reduce((sum, range) => sum + (range === undefined ? 0 : range[1] - range[0]), 0);
}

/** Removes what killed processes, damage and former layouts have left. */
async function removeOthers(folder: string, files: readonly string[]): Promise<void> {
  const kept = new Set([MANIFEST, ...files]);
  for (const name of await readdir(folder)) {
    if (isStoreName(name) && !kept.has(name)) await rm(join(folder, name), { force: true });
  }
}
