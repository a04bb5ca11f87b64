import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { readTarEntries } from "./readTarEntries.js";
import { tarball } from "./tarball.test.fixture.js";

function archive(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), "some.tar.gz");
  writeFileSync(path, bytes);
  return path;
}

async function entriesOf(path: string, maxBytes?: number) {
  const entries: [string, string][] = [];
  for await (const { path: name, data } of readTarEntries(path, maxBytes ? { maxBytes } : {})) {
    entries.push([name, Buffer.from(data).toString()]);
  }
  return entries;
}

// Incompressible, so that cutting the archive cuts entries.
const long = randomBytes(300_000).toString("hex");
const entries = [
  { path: "top/", type: "Directory" as const },
  { path: "top/a.txt", text: "first" },
  { path: "top/empty.txt" },
  { path: "top/long.txt", text: long },
  { path: "top/b.txt", text: "last" },
];
const files = [
  ["top/a.txt", "first"],
  ["top/empty.txt", ""],
  ["top/long.txt", long],
  ["top/b.txt", "last"],
];

test("readTarEntries(archive) yields every file with its bytes, in order, without folders", async () => {
  expect(await entriesOf(archive(tarball(entries)))).toEqual(files);
});

test("readTarEntries(archive) reads an uncompressed archive", async () => {
  expect(await entriesOf(archive(gunzipSync(tarball(entries))))).toEqual(files);
});

test("readTarEntries(archive) can be left early", async () => {
  for await (const { path } of readTarEntries(archive(tarball(entries)))) {
    expect(path).toBe("top/a.txt");
    break;
  }
});

test.each([0.999, 0.7, 0.3, 0.0005])(
  "readTarEntries(archive) throws a DatasetError naming an archive cut to %f of its length",
  async (share) => {
    const whole = tarball(entries);
    const path = archive(whole.subarray(0, Math.floor(whole.length * share)));
    const error = await entriesOf(path).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DatasetError);
    expect(error).toMatchObject({ file: path, message: expect.stringContaining("cannot be read") });
  },
);

test.each([
  ["an empty file", Buffer.alloc(0)],
  ["a file that is no archive", Buffer.from("<html>not found</html>".repeat(100))],
  ["an archive with a wrong byte", corrupted()],
])("readTarEntries(archive) throws a DatasetError for %s", async (_what, bytes) => {
  await expect(entriesOf(archive(bytes))).rejects.toThrow(DatasetError);
});

function corrupted(): Buffer {
  const bytes = tarball(entries);
  bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64);
  return bytes;
}

test("readTarEntries(archive) throws a DatasetError for a file that is not there", async () => {
  await expect(entriesOf("/no/such/file.tar.gz")).rejects.toThrow(
    /^\/no\/such\/file.tar.gz: .*ENOENT/,
  );
});

test.each([
  [{ path: "/etc/a.txt", text: "x" }, "absolute path"],
  [{ path: "C:\\a.txt", text: "x" }, "absolute path"],
  [{ path: "top/../../a.txt", text: "x" }, "leads out of the archive"],
  [{ path: "top/link", type: "SymbolicLink" as const, linkpath: "a.txt" }, "is a SymbolicLink"],
  [{ path: "top/link", type: "Link" as const, linkpath: "top/a.txt" }, "is a Link"],
  [{ path: "top/pipe", type: "FIFO" as const }, "is a FIFO"],
])("readTarEntries(archive) refuses the entry %o", async (entry, reason) => {
  const path = archive(tarball([{ path: "top/a.txt", text: "first" }, entry]));
  await expect(entriesOf(path)).rejects.toThrow(reason);
});

test("readTarEntries(archive, { maxBytes }) refuses an archive that unpacks to more", async () => {
  const path = archive(tarball([{ path: "zeros", text: "0".repeat(10_000) }]));
  expect(await entriesOf(path, 10_000)).toHaveLength(1);
  await expect(entriesOf(path, 9_999)).rejects.toThrow("more than 9999 bytes");
});

test("readTarEntries(archive, { maxBytes }) adds the files up", async () => {
  const half = { text: "0".repeat(5_000) };
  const path = archive(
    tarball([
      { path: "a", ...half },
      { path: "b", ...half },
    ]),
  );
  expect(await entriesOf(path, 10_000)).toHaveLength(2);
  await expect(entriesOf(path, 9_999)).rejects.toThrow("more than 9999 bytes");
});

test("readTarEntries(archive) refuses a file that declares more before it reads it", async () => {
  const path = archive(tarball([{ path: "bomb", text: "small", size: 2 ** 32 }]));
  await expect(entriesOf(path)).rejects.toThrow(`more than ${2 ** 30} bytes`);
});

test("readTarEntries(archive) refuses an archive that declares more than it holds", async () => {
  const path = archive(tarball([{ path: "a.txt", text: "small", size: 100_000 }]));
  await expect(entriesOf(path)).rejects.toThrow(DatasetError);
});
