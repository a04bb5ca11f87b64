const SHARD = /^rows-(\d{9,})-(\d{9,})-[0-9a-f]{16}\.npy$/;
/** What write-file-atomic writes before it renames: the final name and a number. */
const TEMPORARY = /^(manifest\.json|rows-\d{9,}-\d{9,}-[0-9a-f]{16}\.npy)\.\d+$/;

export const MANIFEST = "manifest.json";

/** Whether a name is that of a folder of features: the sha256 of its key. */
export const isKeyName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** Whether a name is that of a half-written file. */
export const isTemporaryName = (name: string): boolean => TEMPORARY.test(name);

/** Whether a file of this name in a feature folder was put there by the store. */
export const isStoreName = (name: string): boolean =>
  name === MANIFEST || SHARD.test(name) || TEMPORARY.test(name);

/** First row (included) and last row (excluded) of a shard; undefined where the name is not a shard's. */
export function shardRange(name: string): readonly [start: number, end: number] | undefined {
  const [, start, end] = SHARD.exec(name) ?? [];
  return start === undefined || end === undefined ? undefined : [Number(start), Number(end)];
}
