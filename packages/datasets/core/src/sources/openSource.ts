import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Source } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";
import { cacheFolder } from "./cacheFolder.js";
import { type DownloadProgress, downloadSource } from "./downloadSource.js";
import { findMismatch } from "./findMismatch.js";
import { mirrorFolder } from "./mirrorFolder.js";

export interface SourceFolders {
  /** Mirror folder, laid out `<dataset id>/<filename>`, read in place. Default: `SIGF1_DATA`, else none. */
  readonly data?: string | undefined;
  /** Cache folder. Default: see `cacheFolder`. */
  readonly cache?: string | undefined;
  /** Called while a file is fetched. */
  readonly onProgress?: (progress: DownloadProgress) => void;
}

/**
 * Path of a verified source file: from the cache, else in the mirror folder, else fetched into the cache.
 *
 * @throws DatasetError when the file found is not the one that the source declares (naming file, expected and
 * found), or when it is nowhere (naming every place looked at and the URL).
 */
export async function openSource(
  datasetId: string,
  source: Source,
  { data, cache, onProgress }: SourceFolders = {},
): Promise<string> {
  const cached = join(cacheFolder(cache), datasetId, source.filename);
  const mirror = mirrorFolder(data);
  const mirrored = mirror && join(mirror, datasetId, source.filename);
  for (const path of [cached, mirrored]) {
    if (path === undefined || !(await isFile(path))) continue;
    const mismatch = await findMismatch(path, source);
    if (mismatch === undefined) return path;
    throw new DatasetError(
      `not the file that ${datasetId} needs: ${mismatch}; delete it or put the right one there`,
      { file: path },
    );
  }
  try {
    await downloadSource(source, cached, onProgress);
    return cached;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatasetError(
      `${source.filename} of ${datasetId} is neither in the cache (${cached}) nor in a mirror folder ` +
        `(${mirrored ?? "none given: --data, `data` or SIGF1_DATA"}), ` +
        `and it could not be fetched from ${source.url}: ${reason}`,
      { cause: error },
    );
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
