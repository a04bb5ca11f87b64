import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Source } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";
import { cacheFolder } from "./cacheFolder.js";
import type { DownloadSettings } from "./DownloadSettings.js";
import { downloadSource } from "./downloadSource.js";
import { findMismatch } from "./findMismatch.js";
import { mirrorFolder } from "./mirrorFolder.js";

export interface SourceFolders extends DownloadSettings {
  /** Mirror folder, laid out `<dataset id>/<filename>`, read in place. Default: `SIGF1_DATA`, else none. */
  readonly data?: string | undefined;
  /** Cache folder. Default: see `cacheFolder`. */
  readonly cache?: string | undefined;
}

/**
 * Path of a verified source: from the cache, else from the mirror folder; undefined where neither has it. A source
 * with a `path` is looked for there alone.
 *
 * @throws DatasetError when the file found is not the one that the source declares (naming file, expected and found),
 * is a folder where a file is needed or the reverse, or cannot be read.
 */
export async function findSource(
  datasetId: string,
  source: Source,
  folders: SourceFolders = {},
): Promise<string | undefined> {
  for (const path of places(datasetId, source, folders)) {
    const found = await kindOf(path);
    if (found === undefined) continue;
    const { kind = "file" } = source;
    if (found !== kind) {
      throw new DatasetError(`${datasetId} needs a ${kind} here, but this is a ${found}`, {
        file: path,
      });
    }
    const mismatch = kind === "folder" ? undefined : await findMismatch(path, source);
    if (mismatch === undefined) return path;
    throw new DatasetError(
      `not the file that ${datasetId} needs: ${mismatch}; delete it or put the right one there`,
      { file: path },
    );
  }
  return undefined;
}

/**
 * Path of a verified source: from the cache, else from the mirror folder, else fetched into the cache.
 *
 * @throws DatasetError as `findSource` does, or when it is nowhere (naming every place looked at, the URL, and what
 * the user can do); the reason of the signal that stops a download.
 */
export async function openSource(
  datasetId: string,
  source: Source,
  folders: SourceFolders = {},
): Promise<string> {
  const found = await findSource(datasetId, source, folders);
  if (found !== undefined) return found;
  const { filename, url, path, obtain } = source;
  if (path !== undefined) {
    throw new DatasetError(`no such ${source.kind ?? "file"}: ${datasetId} was told to read it`, {
      file: resolve(path),
    });
  }
  const [cached = "", mirrored] = places(datasetId, source, folders);
  const nowhere =
    `${filename} of ${datasetId} is neither in the cache (${cached}) nor in a mirror folder ` +
    `(${mirrored ?? "none given: --data, `data` or SIGF1_DATA"})`;
  const advice = obtain === undefined ? "" : `. ${obtain}`;
  if (url === undefined) throw new DatasetError(`${nowhere}, and it has no URL${advice}`);
  try {
    await downloadSource({ ...source, url }, cached, folders);
    return cached;
  } catch (error) {
    folders.signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatasetError(
      `${nowhere}, and it could not be fetched from ${url}: ${reason}${advice}`,
      { cause: error },
    );
  }
}

/** Where a source may lie, the best first. */
function places(datasetId: string, source: Source, { data, cache }: SourceFolders): string[] {
  if (source.path !== undefined) return [resolve(source.path)];
  const folders = [cacheFolder(cache), mirrorFolder(data)];
  return folders.flatMap((folder) =>
    folder === undefined ? [] : [join(folder, datasetId, source.filename)],
  );
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  return stat(path).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
      throw new DatasetError(`cannot be read: ${error.message}`, { file: path, cause: error });
    },
  );
}
