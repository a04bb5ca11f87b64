import { createHash } from "node:crypto";
import { readTarEntries } from "../archives/readTarEntries.js";
import { DatasetError } from "../DatasetError.js";

/**
 * Digest of what a tar archive holds, whatever its compression, order and dates: hex sha256 over the lines
 * `<sha256>  <path>\n` of its files, sorted by path bytewise. Paths are taken below the archive's top folder.
 * `folders` keeps only the files below these folders; absent: every file. In the unpacked top folder,
 * `find labels text -type f | LC_ALL=C sort | xargs sha256sum | sha256sum` prints the same.
 *
 * @throws DatasetError as `readTarEntries` does, and when the archive has no file below `folders`.
 */
export async function contentDigest(archive: string, folders?: readonly string[]): Promise<string> {
  const files: { path: Buffer; line: string }[] = [];
  for await (const entry of readTarEntries(archive)) {
    const path = entry.path.slice(entry.path.indexOf("/") + 1);
    if (folders && !folders.some((folder) => path.startsWith(`${folder}/`))) continue;
    const digest = createHash("sha256").update(entry.data).digest("hex");
    files.push({ path: Buffer.from(path), line: `${digest}  ${path}\n` });
  }
  if (files.length === 0) {
    const where = folders ? ` below ${folders.join(", ")}` : "";
    throw new DatasetError(`the archive has no file${where}`, { file: archive });
  }
  files.sort((a, b) => Buffer.compare(a.path, b.path));
  const hash = createHash("sha256");
  for (const { line } of files) hash.update(line);
  return hash.digest("hex");
}
