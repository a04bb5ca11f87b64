import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { checkEncodeOptions } from "./checkEncodeOptions.js";
import type { EncodeOptions } from "./EncodeOptions.js";
import { encodeRows } from "./encodeRows.js";
import { FeatureStore } from "./FeatureStore.js";
import { keyOf } from "./keyOf.js";
import { type Manifest, readManifest, writeManifest } from "./manifest.js";
import { sha256 } from "./sha256.js";
import { findShard, type ShardPlace, shardBuffer, writeShard } from "./shards.js";

/**
 * Encodes a part of a dataset into `<folder>/<digest of the key>/`: `.npy` shards (float32, C order) and
 * `manifest.json`, which holds the key in readable form. What is there already is not computed again, and
 * where all of it is, the encoder is neither fitted nor called. Every file is put in place in one rename:
 * an interrupted encode goes on from its last whole shard, and processes that encode the same key at once
 * do not harm each other. A shard whose bytes don't match their checksum is reported and computed again.
 *
 * @throws RangeError where a feature is NaN or infinite (with the example's id and the column), a part is
 *   empty, or its ids, inputs and labels differ in number; TypeError where the encoder has `fit` and
 *   `fitOn` is missing; Error where an encoder's output doesn't have the stored or promised shape.
 */
export async function encodeToStore<Input>(options: EncodeOptions<Input>): Promise<FeatureStore> {
  checkEncodeOptions(options);
  const { encoder, part, fitOn } = options;
  const rows = part.ids.length;
  const key = keyOf(options.dataset, encoder, part, fitOn);
  const folder = join(options.folder, sha256(JSON.stringify(key)));
  await mkdir(folder, { recursive: true });

  let fitted = false;
  const fitOnce = async () => {
    if (!fitted && fitOn !== undefined) await encoder.fit?.(fitOn.inputs, fitOn.labels);
    fitted = true;
  };
  let manifest = await readManifest(folder, key, rows);
  if (manifest === undefined) {
    await fitOnce();
    const cols = encoder.dimension;
    if (cols < 1) throw new RangeError(`encoder ${encoder.id} gives vectors without features`);
    manifest = { version: 1, key, rows, cols, shardRows: options.shardRows ?? defaultRows(cols) };
    await writeManifest(folder, manifest);
  }

  const files: string[] = [];
  for (const place of places(folder, manifest)) {
    // Searched just before it is needed: another process may be filling the same folder.
    const found = await findShard(place);
    for (const name of found.corrupt) {
      const report = options.onCorrupt ?? ((message) => process.emitWarning(message));
      const remedy =
        found.file === undefined ? "its rows are computed again" : "another copy is used";
      report(`${join(folder, name)} is damaged: ${remedy}`);
    }
    if (found.file === undefined) {
      await fitOnce();
      checkDimension(options, manifest, folder);
      const { bytes, values } = shardBuffer(place);
      await encodeRows(options, place.start, values);
      files.push(await writeShard(place, bytes, found.corrupt));
    } else {
      files.push(found.file);
      options.onProgress?.(place.start + place.rows, rows);
    }
  }
  return new FeatureStore(folder, rows, manifest.cols, files, manifest.shardRows);
}

/** At most 1,024 rows and, where one row allows it, 32 MiB. */
function defaultRows(cols: number): number {
  return Math.max(1, Math.min(1024, Math.floor(2 ** 23 / cols)));
}

function* places(folder: string, { rows, cols, shardRows }: Manifest): Generator<ShardPlace> {
  for (let start = 0; start < rows; start += shardRows) {
    yield { folder, start, rows: Math.min(shardRows, rows - start), cols };
  }
}

function checkDimension<Input>(options: EncodeOptions<Input>, { cols }: Manifest, folder: string) {
  const { id, dimension } = options.encoder;
  if (dimension !== cols) {
    throw new Error(
      `encoder ${id} gives ${dimension} columns, but its stored features have ${cols}: ` +
        `give it another id, or delete ${folder}`,
    );
  }
}
