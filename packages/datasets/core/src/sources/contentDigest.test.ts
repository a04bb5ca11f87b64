import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tarball } from "../archives/tarball.test.fixture.js";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { contentDigest } from "./contentDigest.js";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function archive(paths: readonly string[]): string {
  const file = join(temporaryFolder(), "some.tar.gz");
  writeFileSync(
    file,
    tarball(paths.map((path) => ({ path, text: `text of ${path.slice(path.indexOf("/"))}` }))),
  );
  return file;
}

const line = (path: string) => `${sha256(`text of /${path}`)}  ${path}\n`;

test("contentDigest(archive) is the sha256 of `<sha256>  <path>` lines, sorted, below the top folder", async () => {
  const expected = sha256(line("README") + line("labels/1.txt") + line("text/1.txt"));
  expect(await contentDigest(archive(["top/text/1.txt", "top/README", "top/labels/1.txt"]))).toBe(
    expected,
  );
  expect(
    await contentDigest(archive(["other/labels/1.txt", "other/text/1.txt", "other/README"])),
  ).toBe(expected);
});

test("contentDigest(archive, folders) covers the files below these folders alone", async () => {
  const path = archive([
    "top/text/1.txt",
    "top/README",
    "top/labels/1.txt",
    "top/text-other/1.txt",
  ]);
  expect(await contentDigest(path, ["labels", "text"])).toBe(
    sha256(line("labels/1.txt") + line("text/1.txt")),
  );
});

test("contentDigest(archive, folders) refuses folders that hold nothing", async () => {
  await expect(contentDigest(archive(["top/text/1.txt"]), ["lables"])).rejects.toThrow(
    "the archive has no file below lables",
  );
});
