import { createHash } from "node:crypto";

/** Hex sha256 of a value's JSON with the keys of every object sorted: equal values, equal fingerprints. */
export function fingerprint(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value, sortKeys)).digest("hex");
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
