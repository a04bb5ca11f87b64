import { readFile } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { Manifest } from "./manifest.js";
import { NPY_HEADER_BYTES, npyHeader } from "./npyHeader.js";
import { sha256 } from "./sha256.js";

/** Which shard of a folder: its first row and its shape. */
export interface ShardPlace {
  readonly folder: string;
  readonly start: number;
  readonly rows: number;
  readonly cols: number;
}

/** What `findShard` found: a whole file, and the names of files that are not. */
export interface FoundShard {
  readonly file: string | undefined;
  readonly corrupt: readonly string[];
}

/** The places of all shards, in the order of their rows. */
export function shardPlaces(
  folder: string,
  { rows, cols, shardRows }: Manifest,
): readonly ShardPlace[] {
  return Array.from({ length: Math.ceil(rows / shardRows) }, (_, i) => {
    const start = i * shardRows;
    return { folder, start, rows: Math.min(shardRows, rows - start), cols };
  });
}

/**
 * Looks for the shard among the folder's files, `names`. A shard's name carries its rows and the first 16 hex
 * digits of its bytes' sha256, so that content and checksum move into place in the same rename.
 */
export async function findShard(place: ShardPlace, names: readonly string[]): Promise<FoundShard> {
  const corrupt: string[] = [];
  for (const name of names) {
    if (!isNamedAs(place, name)) continue;
    if (await isWhole(place, name)) return { file: name, corrupt };
    corrupt.push(name);
  }
  return { file: undefined, corrupt };
}

/** Whether a name is that of the shard, whatever the file holds. */
export function isNamedAs(place: ShardPlace, name: string): boolean {
  return name.startsWith(prefix(place)) && name.endsWith(".npy");
}

/** Bytes of the shard's file. */
export function shardBytes({ rows, cols }: ShardPlace): number {
  return NPY_HEADER_BYTES + rows * cols * 4;
}

/**
 * Writes the shard in one rename.
 *
 * @param bytes a whole `.npy` file, as `shardBuffer` lays it out.
 * @returns the file's name.
 */
export async function writeShard(place: ShardPlace, bytes: Uint8Array): Promise<string> {
  const name = nameOf(place, bytes);
  await writeFileAtomic(
    join(place.folder, name),
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  );
  return name;
}

/** An empty `.npy` file of the shard's shape: `values` is the part of `bytes` that takes the features. */
export function shardBuffer(place: ShardPlace): {
  bytes: Uint8Array<ArrayBuffer>;
  values: Float32Array;
} {
  const bytes = new Uint8Array(shardBytes(place));
  bytes.set(npyHeader(place.rows, place.cols));
  return { bytes, values: new Float32Array(bytes.buffer, NPY_HEADER_BYTES) };
}

async function isWhole(place: ShardPlace, name: string): Promise<boolean> {
  const bytes = await readFile(join(place.folder, name));
  return (
    name === nameOf(place, bytes) &&
    bytes.subarray(0, NPY_HEADER_BYTES).equals(npyHeader(place.rows, place.cols))
  );
}

function nameOf(place: ShardPlace, bytes: Uint8Array): string {
  return `${prefix(place)}${sha256(bytes).slice(0, 16)}.npy`;
}

/** Zero-padded, so that the names sort as the rows do. */
function prefix({ start, rows }: ShardPlace): string {
  const [first, end] = [start, start + rows].map((row) => String(row).padStart(9, "0"));
  return `rows-${first}-${end}-`;
}
