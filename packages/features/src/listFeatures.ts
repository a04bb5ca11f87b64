import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isKeyName, isStoreName, MANIFEST, shardRange } from "./fileNames.js";
import { type Manifest, readManifest } from "./manifest.js";
import { isNamedAs, shardBytes, shardPlaces } from "./shards.js";

/** Features on disk, whole or not. */
export interface StoredFeatures {
  /** Their own folder. */
  readonly folder: string;
  /** What they are; undefined where the manifest is missing or damaged. */
  readonly manifest: Manifest | undefined;
  /** Rows whose shards are there, by name and size: checksums are not read. */
  readonly written: number;
  /** Whether all rows are written. */
  readonly complete: boolean;
  /** Bytes of the store's files, half-written ones included. */
  readonly bytes: number;
  /** When they were last used; where they are unfinished, last written to. */
  readonly used: Date;
}

/**
 * The features that `encodeToStore` keeps in `folder`, the latest used first; none where there is no such folder.
 * Nothing is changed, and files that are not the store's are passed over.
 */
export async function listFeatures(folder: string): Promise<StoredFeatures[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const keys = entries.filter((entry) => entry.isDirectory() && isKeyName(entry.name));
  const found = await Promise.all(keys.map(({ name }) => describeFeatures(join(folder, name))));
  return found
    .filter((features) => features !== undefined)
    .sort((a, b) => b.used.getTime() - a.used.getTime());
}

/** The features of a folder of their own; undefined where another process removed it meanwhile. */
export async function describeFeatures(folder: string): Promise<StoredFeatures | undefined> {
  try {
    const manifest = await readManifest(folder);
    const names = (await readdir(folder)).filter(isStoreName);
    const files = new Map(
      await Promise.all(names.map(async (name) => [name, await stat(join(folder, name))] as const)),
    );
    const sizes = [...files.values()].map(({ size }) => size);
    const places = manifest === undefined ? [] : shardPlaces(folder, manifest);
    const byStart = new Map(names.map((name) => [shardRange(name)?.[0], name]));
    const written = places.filter((place) => {
      const name = byStart.get(place.start) ?? "";
      return isNamedAs(place, name) && files.get(name)?.size === shardBytes(place);
    });
    const complete = places.length > 0 && written.length === places.length;
    const times = complete ? [files.get(MANIFEST)!] : [...files.values(), await stat(folder)]; // complete: has one
    return {
      folder,
      manifest,
      written: written.reduce((sum, { rows }) => sum + rows, 0),
      complete,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      used: new Date(Math.max(...times.map(({ mtimeMs }) => mtimeMs))),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
