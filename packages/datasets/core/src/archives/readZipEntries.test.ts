import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { readCsv } from "../readers/readCsv.js";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { readZipEntries } from "./readZipEntries.js";
import { zipArchive } from "./zipArchive.test.fixture.js";

function archive(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), "some.zip");
  writeFileSync(path, bytes);
  return path;
}

async function entriesOf(path: string, maxBytes?: number) {
  const entries: [string, string][] = [];
  for await (const entry of readZipEntries(path, maxBytes ? { maxBytes } : {})) {
    entries.push([entry.path, await text(await entry.open())]);
  }
  return entries;
}

const failureOf = (path: string) => entriesOf(path).catch((caught: unknown) => caught);

// Incompressible, so that cutting the archive cuts entries.
const long = randomBytes(300_000).toString("hex");
const entries = [
  { path: "top/", mode: 0o040755 },
  { path: "top/a.txt", text: "first" },
  { path: "top/empty.txt" },
  { path: "top/long.txt", text: long },
  { path: "top/b.txt", text: "last", stored: true },
];

test("readZipEntries(archive) yields every file with its bytes, in order, without folders", async () => {
  expect(await entriesOf(archive(zipArchive(entries)))).toEqual([
    ["top/a.txt", "first"],
    ["top/empty.txt", ""],
    ["top/long.txt", long],
    ["top/b.txt", "last"],
  ]);
});

test("readZipEntries(archive) can be left early, and an entry need not be opened", async () => {
  for await (const { path } of readZipEntries(archive(zipArchive(entries)))) {
    if (path === "top/long.txt") break;
  }
});

/** Whether this process has a file open. */
function isOpen(path: string): boolean {
  const fds = "/proc/self/fd";
  return readdirSync(fds).some((fd) => {
    try {
      return readlinkSync(join(fds, fd)) === path;
    } catch {
      return false; // closed since it was listed
    }
  });
}

test.skipIf(process.platform !== "linux").each(["unread", "read in part"])(
  "readZipEntries(archive) closes the archive when an entry is destroyed %s (SKIPPED but on Linux, which lists open files)",
  async (state) => {
    const path = archive(zipArchive(entries));
    for await (const entry of readZipEntries(path)) {
      if (entry.path !== "top/long.txt") continue;
      const stream = await entry.open();
      expect(isOpen(path)).toBe(true);
      if (state === "read in part") await once(stream, "readable");
      stream.destroy();
      break;
    }
    await vi.waitUntil(() => !isOpen(path));
  },
);

test("an entry of a zip archive can be read as CSV", async () => {
  const path = archive(zipArchive([{ path: "some.csv", text: "a,b\n1,2\n" }]));
  const records: unknown[] = [];
  for await (const entry of readZipEntries(path)) {
    for await (const { record } of readCsv(await entry.open())) records.push(record);
  }
  expect(records).toEqual([{ a: "1", b: "2" }]);
});

test.each([0.999, 0.5, 0.0005])(
  "readZipEntries(archive) throws a DatasetError naming an archive cut to %f of its length",
  async (share) => {
    const whole = zipArchive(entries);
    const path = archive(whole.subarray(0, Math.floor(whole.length * share)));
    const error = await failureOf(path);
    expect(error).toBeInstanceOf(DatasetError);
    expect(error).toMatchObject({ file: path });
  },
);

test.each([
  ["an empty file", Buffer.alloc(0)],
  ["a file that is no archive", Buffer.from("<html>not found</html>".repeat(100))],
])("readZipEntries(archive) throws a DatasetError for %s", async (_what, bytes) => {
  expect(await failureOf(archive(bytes))).toBeInstanceOf(DatasetError);
});

test("readZipEntries(archive) throws a DatasetError for a file that is not there", async () => {
  await expect(entriesOf("/no/such/file.zip")).rejects.toThrow(/^\/no\/such\/file.zip: .*ENOENT/);
});

test.each([
  [{ path: "/etc/a.txt", text: "x" }, "absolute path"],
  [{ path: "C:\\a.txt", text: "x" }, "absolute path"],
  [{ path: "top/../../a.txt", text: "x" }, "invalid relative path"],
  [{ path: "..\\a.txt", text: "x" }, "invalid relative path"],
  [{ path: "top/link", text: "/etc/passwd", mode: 0o120777 }, '"top/link" is a link'],
  [{ path: "top/secret", text: "x", encrypted: true }, '"top/secret" is encrypted'],
])("readZipEntries(archive) refuses the entry %o", async (entry, reason) => {
  const path = archive(zipArchive([{ path: "top/a.txt", text: "first" }, entry]));
  const error = await failureOf(path);
  expect(error).toBeInstanceOf(DatasetError);
  expect(error).toMatchObject({ file: path, message: expect.stringContaining(reason) });
});

test("readZipEntries(archive, { maxBytes }) refuses an archive whose files declare more, together", async () => {
  const half = { text: "0".repeat(5_000) };
  const path = archive(
    zipArchive([
      { path: "a", ...half },
      { path: "b", ...half },
    ]),
  );
  expect(await entriesOf(path, 10_000)).toHaveLength(2);
  await expect(entriesOf(path, 9_999)).rejects.toThrow("more than 9999 bytes");
});

test("an entry that holds more than its header declares is broken off there", async () => {
  const bomb = { path: "bomb", text: "0".repeat(50_000_000), size: 1_000 };
  const path = archive(zipArchive([bomb]));
  let received = 0;
  const read = async () => {
    for await (const entry of readZipEntries(path, { maxBytes: 1_000 })) {
      for await (const chunk of await entry.open()) received += chunk.length;
    }
  };
  await expect(read()).rejects.toMatchObject({
    name: "DatasetError",
    file: `${path}/bomb`,
    message: expect.stringContaining("too many bytes"),
  });
  expect(received).toBeLessThanOrEqual(1_000);
});

test.each([
  ["fewer bytes than its header declares", { size: 10 }, "not enough bytes"],
  ["bytes other than its checksum says", { crc: 1 }, "checksum"],
])("an entry with %s is refused", async (_what, wrong, reason) => {
  const path = archive(zipArchive([{ path: "a.txt", text: "text", ...wrong }]));
  const error = await failureOf(path);
  expect(error).toBeInstanceOf(DatasetError);
  expect(error).toMatchObject({
    file: `${path}/a.txt`,
    message: expect.stringContaining(reason),
  });
});

test("an entry whose bytes cannot be unpacked is refused", async () => {
  const bytes = zipArchive(entries);
  bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64);
  const path = archive(bytes);
  expect(await failureOf(path)).toMatchObject({
    name: "DatasetError",
    file: `${path}/top/long.txt`,
  });
});
