import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
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

/**
 * Looks for the shard among the folder's files. A shard's name carries its rows and the first 16 hex
 * digits of its bytes' sha256, so that content and checksum move into place in the same rename.
 */
export async function findShard(place: ShardPlace): Promise<FoundShard> {
  const names = (await readdir(place.folder)).sort();
  const corrupt: string[] = [];
  for (const name of names) {
    if (!name.startsWith(prefix(place)) || !name.endsWith(".npy")) continue;
    if (await isWhole(place, name)) return { file: name, corrupt };
    corrupt.push(name);
  }
  return { file: undefined, corrupt };
}

/**
 * Writes the shard in one rename and removes the corrupt files that it replaces.
 *
 * @param bytes a whole `.npy` file, as `shardBuffer` lays it out.
 * @returns the file's name.
 */
export async function writeShard(
  place: ShardPlace,
  bytes: Uint8Array,
  corrupt: readonly string[],
): Promise<string> {
  const name = nameOf(place, bytes);
  await writeFileAtomic(
    join(place.folder, name),
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  );
  for (const replaced of corrupt) {
    if (replaced !== name) await rm(join(place.folder, replaced), { force: true });
  }
  return name;
}

/** An empty `.npy` file of the shard's shape: `values` is the part of `bytes` that takes the features. */
export function shardBuffer({ rows, cols }: ShardPlace): {
  bytes: Uint8Array<ArrayBuffer>;
  values: Float32Array;
} {
  const bytes = new Uint8Array(NPY_HEADER_BYTES + rows * cols * 4);
  bytes.set(npyHeader(rows, cols));
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
