import type { Shard } from "../run/Shard.js";

/** `2/8`, or the object, as the second of eight shares; undefined for what is no share. */
export function readShard(share: string | Shard): Shard | undefined {
  const text = typeof share === "string" ? share : `${share.index}/${share.count}`;
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined) return undefined;
  return index >= 1 && index <= count ? { index, count } : undefined;
}
