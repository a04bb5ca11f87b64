import { stat } from "node:fs/promises";
import type { Source } from "../Dataset.js";
import { contentDigest } from "./contentDigest.js";
import { sha256File } from "./sha256File.js";

/**
 * Checks a file against everything that its source declares: size, sha256, content digest.
 * Returns what differs, as "<quantity> is <found>, expected <expected>", or undefined where nothing does.
 */
export async function findMismatch(path: string, source: Source): Promise<string | undefined> {
  if (source.bytes !== undefined) {
    const { size } = await stat(path);
    if (size !== source.bytes) return `its size is ${size} bytes, expected ${source.bytes}`;
  }
  if (source.sha256 !== undefined) {
    const found = await sha256File(path);
    if (found !== source.sha256) return `its sha256 is ${found}, expected ${source.sha256}`;
  }
  if (source.contentDigest !== undefined) {
    const found = await contentDigest(path, source.contentFolders);
    if (found !== source.contentDigest) {
      return `its content digest is ${found}, expected ${source.contentDigest}`;
    }
  }
  return undefined;
}
