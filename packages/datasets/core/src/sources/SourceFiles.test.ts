import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Source } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { localServer } from "./localServer.test.fixture.js";
import { SourceFiles } from "./SourceFiles.js";

const obtain = "Get it.";

/** A mirror folder with the given files of `some-dataset`, an empty cache, and the files that the sources declare. */
function filesOf(sources: readonly Source[], contents: Readonly<Record<string, string>> = {}) {
  const root = temporaryFolder();
  const folder = join(root, "data", "some-dataset");
  for (const [name, text] of Object.entries(contents)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const folders = { data: join(root, "data"), cache: join(root, "cache") };
  return { folder, files: new SourceFiles({ id: "some-dataset", sources }, {}, folders) };
}

test("SourceFiles finds, but does not fetch, with find, and fetches once with file", async () => {
  let requests = 0;
  const url = await localServer((_request, response) => {
    requests++;
    response.end("text");
  });
  const { files } = filesOf([{ filename: "a.txt", url }]);
  expect(await files.find("a.txt")).toBeUndefined();
  expect(requests).toBe(0);
  const path = await files.file("a.txt");
  expect(await files.file("a.txt")).toBe(path);
  expect(await files.find("a.txt")).toBe(path);
  expect(requests).toBe(1);
});

test("SourceFiles throws a DatasetError for a name that is no source", async () => {
  const { files } = filesOf([{ filename: "a.txt", obtain }]);
  await expect(files.file("b.txt")).rejects.toThrow(DatasetError);
  await expect(files.file("b.txt")).rejects.toThrow('"b.txt", which is no source of it');
});

test("SourceFiles.digests has the sha256 of each file that was asked for and found", async () => {
  const sources = ["a.txt", "b.txt", "c.txt"].map((filename) => ({ filename, obtain }));
  const { files } = filesOf(sources, { "a.txt": "text", "b.txt": "text" });
  await files.file("a.txt");
  await files.find("c.txt");
  expect(await files.digests()).toEqual({
    "a.txt": createHash("sha256").update("text").digest("hex"),
  });
});

test("SourceFiles.digests passes over links to nowhere in a folder", async () => {
  const source = { filename: "Images", kind: "folder" as const, obtain };
  const { files, folder } = filesOf([source], { "Images/1.jpg": "one" });
  symlinkSync(join(folder, "gone"), join(folder, "Images", "2.jpg"));
  await files.file("Images");
  expect((await files.digests()).Images).toBe(
    createHash("sha256").update("3  1.jpg\n").digest("hex"),
  );
});

test("SourceFiles.digests of a folder changes with the names and sizes of its files", async () => {
  const digest = async (contents: Record<string, string>) => {
    const { files } = filesOf([{ filename: "Images", kind: "folder", obtain }], contents);
    await files.file("Images");
    return (await files.digests()).Images;
  };
  const digests = await Promise.all([
    digest({ "Images/1.jpg": "one" }),
    digest({ "Images/2.jpg": "one" }),
    digest({ "Images/1.jpg": "longer" }),
    digest({ "Images/sub/1.jpg": "one" }),
    digest({ "Images/1.jpg": "one", "Images/2.jpg": "one" }),
  ]);
  expect(new Set(digests).size).toBe(digests.length);
  expect(await digest({ "Images/1.jpg": "one" })).toBe(digests[0]);
});
