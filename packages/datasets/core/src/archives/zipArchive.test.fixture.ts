import { crc32, deflateRawSync } from "node:zlib";

interface FixtureEntry {
  readonly path: string;
  readonly text?: string;
  /** What the headers declare; default: the truth. */
  readonly size?: number;
  readonly crc?: number;
  /** Mode of the file on Unix. */
  readonly mode?: number;
  readonly encrypted?: boolean;
  /** Whether the text is stored as it stands. */
  readonly stored?: boolean;
}

/** Packs entries as they are declared, wrong and unsafe ones too, into the bytes of a `.zip`. */
export function zipArchive(entries: readonly FixtureEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text = "", mode = 0o100644, ...entry } of entries) {
    const name = Buffer.from(path);
    const data = entry.stored ? Buffer.from(text) : deflateRawSync(text);
    const { size = Buffer.byteLength(text), crc = crc32(text) } = entry;
    // The fields that both headers share, from "version needed" to "extra field length".
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(entry.encrypted ? 1 : 0, 2);
    shared.writeUInt16LE(entry.stored ? 0 : 8, 4);
    shared.writeUInt32LE(crc, 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03"), shared, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
