import { on } from "node:events";
import { createReadStream } from "node:fs";
import { Parser, type ReadEntry } from "tar";
import { DatasetError } from "../DatasetError.js";

/** A file of an archive, whole. */
export interface TarEntry {
  /** As the archive has it, with `/` between folders. */
  readonly path: string;
  readonly data: Uint8Array;
}

export interface ReadTarOptions {
  /** The most that the archive's files may hold together, in bytes. Default: 1 GiB. */
  readonly maxBytes?: number;
}

/**
 * Streams the files of a `.tar` or `.tar.gz` archive in its order, holding one at a time; nothing
 * is written to disk. Folders are passed over.
 *
 * @throws DatasetError naming the archive when it is truncated, corrupt or no archive, when it unpacks to
 * more than `maxBytes`, or when an entry is a link or a device or its path is absolute or leads out with `..`.
 */
export async function* readTarEntries(
  archive: string,
  { maxBytes = 2 ** 30 }: ReadTarOptions = {},
): AsyncGenerator<TarEntry, void, undefined> {
  const input = createReadStream(archive);
  const parser = new Parser({ strict: true });
  let current: ReadEntry | undefined;
  // An entry cut short would never end by itself.
  parser.on("error", (error: Error) => current?.destroy(error));
  input.on("error", (error) => parser.abort(error));
  const entries = on(parser, "entry", { close: ["end"] });
  input.pipe(parser);
  let unpacked = 0;
  try {
    for await (const [entry] of entries as AsyncIterable<[ReadEntry]>) {
      current = entry;
      refuseUnsafe(entry);
      unpacked += entry.size;
      if (unpacked > maxBytes) throw new Error(`it unpacks to more than ${maxBytes} bytes`);
      if (entry.type === "Directory") entry.resume();
      else yield { path: entry.path, data: await entry.concat() };
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatasetError(
      `the archive cannot be read: ${reason}; delete it or put a whole one there`,
      {
        file: archive,
        cause: error,
      },
    );
  } finally {
    input.destroy();
  }
}

const plainTypes = new Set(["File", "OldFile", "ContiguousFile", "Directory"]);

function refuseUnsafe({ path, type }: ReadEntry): void {
  if (!plainTypes.has(type)) throw new Error(`entry "${path}" is a ${type}; only files are read`);
  if (/^(?:[/\\]|[a-z]:)/i.test(path)) throw new Error(`entry "${path}" has an absolute path`);
  if (path.split(/[/\\]/).includes(".."))
    throw new Error(`entry "${path}" leads out of the archive`);
}
