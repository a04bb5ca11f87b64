import type { StoredFeatures } from "@sigf1/features";
import { formatBytes } from "./formatBytes.js";

/** A page of text about stored features. */
export function describeFeatures(
  folder: string,
  all: readonly StoredFeatures[],
  now: Date,
): string {
  if (all.length === 0) return `no features in ${folder}\n`;
  const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    ...all.flatMap((features) => [...describe(features, now), ""]),
    `${formatBytes(total)} in ${folder}`,
    "",
  ].join("\n");
}

function describe({ folder, manifest, written, complete, bytes, used }: StoredFeatures, now: Date) {
  const state = complete ? "complete" : "unfinished";
  const facts = `${formatBytes(bytes)}, used ${formatAge(now.getTime() - used.getTime())} ago, ${state}`;
  if (manifest === undefined) return [`unknown: ${facts}`, `  ${folder}`];
  const { key, rows, cols } = manifest;
  const shape = `${rows.toLocaleString("en-US")} × ${cols.toLocaleString("en-US")}`;
  const rest = complete ? "" : ` (${written.toLocaleString("en-US")} rows)`;
  return [
    shortDigest(key.dataset),
    `  ${key.encoder}`,
    `  ${shape}, ${facts}${rest}`,
    `  ${folder}`,
  ];
}

/** Of a digest that a name ends with, what tells two apart at a glance. */
function shortDigest(name: string): string {
  return name.replace(/(?<=-[0-9a-f]{12})[0-9a-f]{52}$/, "…");
}

function formatAge(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} days`;
}
