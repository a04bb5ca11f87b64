import { on } from "node:events";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { type Entry, type Options, open, type ZipFile } from "yauzl";
import { DatasetError } from "../DatasetError.js";
import { reasonOf } from "../reasonOf.js";

/** A file of an archive, not read yet. */
export interface ZipEntry {
  /** As the archive has it, with `/` between folders. */
  readonly path: string;
  /** Streams its bytes. To be called before the next entry is asked for. */
  open(): Promise<Readable>;
}

export interface ReadZipOptions {
  /** The most that the archive's files may hold together, in bytes. Default: 1 GiB. */
  readonly maxBytes?: number;
}

/**
 * Streams the files of a `.zip` archive in the order of its directory; nothing is written to disk. Folders are
 * passed over.
 *
 * @throws DatasetError naming the archive when it is truncated, corrupt or no archive, when its files are declared to
 * hold more than `maxBytes` together, or when an entry is encrypted or a link or its path is absolute or leads out
 * with `..`; from an entry's stream, naming `<archive>/<entry>`, as soon as it holds more than is declared, or fewer or
 * other bytes.
 */
export async function* readZipEntries(
  archive: string,
  { maxBytes = 2 ** 30 }: ReadZipOptions = {},
): AsyncGenerator<ZipEntry, void, undefined> {
  let zip: ZipFile | undefined;
  try {
    zip = await openZip(archive, { lazyEntries: true, autoClose: false });
    const entries = on(zip, "entry", { close: ["end"] });
    let unpacked = 0;
    zip.readEntry();
    for await (const [entry] of entries as AsyncIterable<[Entry]>) {
      refuseUnsafe(entry);
      unpacked += entry.uncompressedSize;
      if (unpacked > maxBytes) throw new Error(`it unpacks to more than ${maxBytes} bytes`);
      if (!entry.fileName.endsWith("/")) yield zipEntry(archive, zip, entry);
      zip.readEntry();
    }
  } catch (error) {
    throw new DatasetError(`the archive cannot be read: ${reasonOf(error)}`, {
      file: archive,
      cause: error,
    });
  } finally {
    zip?.close();
  }
}

const openZip = promisify<string, Options, ZipFile>(open);

const LINK = 0o120000;

/** yauzl itself refuses paths that are absolute or lead out. */
function refuseUnsafe({ fileName, externalFileAttributes, generalPurposeBitFlag }: Entry): void {
  // The upper half of the attributes is the file's mode where the archive was made on Unix.
  if (((externalFileAttributes >>> 16) & 0o170000) === LINK) {
    throw new Error(`entry "${fileName}" is a link; only files are read`);
  }
  if (generalPurposeBitFlag & 1) throw new Error(`entry "${fileName}" is encrypted`);
}

function zipEntry(archive: string, zip: ZipFile, entry: Entry): ZipEntry {
  const path = entry.fileName;
  const failure = (error: unknown) =>
    new DatasetError(`the entry cannot be read: ${reasonOf(error)}`, {
      file: `${archive}/${path}`,
      cause: error,
    });
  const openStream = promisify<Entry, Readable>(zip.openReadStream).bind(zip);
  return {
    path,
    async open() {
      const stream = await openStream(entry).catch((error: unknown) => {
        throw failure(error);
      });
      const bytes = Readable.from(checkedBytes(stream, entry.crc32, failure), {
        objectMode: false,
      });
      // A generator that was never asked for a chunk does not end what it reads.
      return bytes.once("close", () => stream.destroy());
    },
  };
}

/** yauzl counts the bytes and throws as soon as they are more than declared, or at the end if fewer. */
async function* checkedBytes(
  stream: Readable,
  expected: number,
  failure: (error: unknown) => DatasetError,
): AsyncGenerator<Buffer, void, undefined> {
  let found = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      found = crc32(chunk, found);
      yield chunk;
    }
    if (found !== expected) throw new Error("its bytes do not have the checksum that it declares");
  } catch (error) {
    throw failure(error);
  }
}
