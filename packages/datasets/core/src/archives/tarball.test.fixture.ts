import { gzipSync } from "node:zlib";
import { Header } from "tar";

interface FixtureEntry {
  readonly path: string;
  readonly type?: "File" | "Directory" | "SymbolicLink" | "Link" | "FIFO";
  readonly linkpath?: string;
  readonly text?: string;
  /** What the header declares; default: the truth. */
  readonly size?: number;
}

/** Packs entries as they stand, unsafe ones too, into the bytes of a `.tar.gz`. */
export function tarball(entries: readonly FixtureEntry[]): Buffer {
  const blocks = entries.flatMap(({ path, type = "File", linkpath, text = "", size }) => {
    const data = Buffer.from(text);
    const header = new Header({
      path,
      type,
      size: size ?? data.length,
      mode: 0o644,
      ...(linkpath && { linkpath }),
    });
    header.encode();
    const padding = Buffer.alloc((512 - (data.length % 512)) % 512);
    return [header.block ?? Buffer.alloc(0), data, padding];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
