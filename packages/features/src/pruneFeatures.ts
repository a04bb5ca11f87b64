import { readdir, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isKeyName, isStoreName, isTemporaryName, MANIFEST } from "./fileNames.js";
import { describeFeatures, listFeatures, type StoredFeatures } from "./listFeatures.js";
import { lockFolder } from "./lockFolder.js";
import { findShard, shardPlaces } from "./shards.js";

export interface PruneOptions {
  /** Also features that were last used before this time. */
  readonly before?: Date;
  /** All features; default false. */
  readonly all?: boolean;
}

/** A file, or all files of a folder of features, that `pruneFeatures` removed. */
export interface PrunedFeatures {
  readonly path: string;
  /** Bytes that it held. */
  readonly bytes: number;
  readonly reason: "temporary" | "damaged" | "unfinished" | "old" | "all";
}

export interface PruneResult {
  readonly removed: readonly PrunedFeatures[];
  /** Folders that were left as they are, because a process is writing into them. */
  readonly inUse: readonly string[];
}

/**
 * Removes from a folder of `encodeToStore` what no one can use: features whose encoding was broken off (they would go
 * on from their last shard), half-written files, and shards that don't match their checksum, all of which are read. By
 * the options also whole features. Files that are not the store's are never touched, nor a folder that has some.
 *
 * @throws TypeError where `before` is no valid Date
 */
export async function pruneFeatures(
  folder: string,
  { before, all = false }: PruneOptions = {},
): Promise<PruneResult> {
  if (before !== undefined && !(before instanceof Date && Number.isFinite(before.getTime()))) {
    throw new TypeError(`before must be a valid Date, got ${before}`);
  }
  const removed: PrunedFeatures[] = [];
  const inUse: string[] = [];
  for (const listed of await listFeatures(folder)) {
    const lock = await lockFolder(listed.folder);
    if (lock === undefined) {
      inUse.push(listed.folder);
      continue;
    }
    try {
      // As they are now: whoever had the lock may have finished, used or removed them.
      const features = await describeFeatures(listed.folder);
      if (features === undefined) continue;
      const reason = reasonToRemove(features, before, all);
      if (reason === undefined) removed.push(...(await removeUnusable(features)));
      else removed.push({ path: features.folder, bytes: await removeAll(features.folder), reason });
    } finally {
      await lock.release();
    }
  }
  await removeStaleLocks(folder);
  return { removed, inUse };
}

function reasonToRemove(
  { complete, used }: StoredFeatures,
  before: Date | undefined,
  all: boolean,
) {
  if (all) return "all";
  if (!complete) return "unfinished";
  return before !== undefined && used < before ? "old" : undefined;
}

/** Removes the store's files and, where nothing else is in it, the folder; the bytes that it frees. */
async function removeAll(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(folder)) {
    if (isStoreName(name)) bytes += await removeFile(join(folder, name));
  }
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
  return bytes;
}

/** Removes what is not one of the whole shards. */
async function removeUnusable({ folder, manifest }: StoredFeatures): Promise<PrunedFeatures[]> {
  const names = (await readdir(folder)).filter(isStoreName).sort();
  const kept = new Set([MANIFEST]);
  for (const place of manifest === undefined ? [] : shardPlaces(folder, manifest)) {
    const { file } = await findShard(place, names);
    if (file !== undefined) kept.add(file);
  }
  const removed: PrunedFeatures[] = [];
  for (const name of names) {
    if (kept.has(name)) continue;
    const path = join(folder, name);
    const reason = isTemporaryName(name) ? "temporary" : "damaged";
    removed.push({ path, bytes: await removeFile(path), reason });
  }
  return removed;
}

async function removeFile(path: string): Promise<number> {
  const { size } = await stat(path);
  await rm(path);
  return size;
}

/** The locks of killed processes whose folder is gone. */
async function removeStaleLocks(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const key = name.replace(/\.lock$/, "");
    if (key === name || !isKeyName(key)) continue;
    const lock = await lockFolder(join(folder, key));
    await lock?.release();
  }
}
