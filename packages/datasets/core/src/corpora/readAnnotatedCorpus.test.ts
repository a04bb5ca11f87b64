import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { create } from "tar";
import { expect, test } from "vitest";
import { DatasetError } from "../DatasetError.js";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { readAnnotatedCorpus } from "./readAnnotatedCorpus.js";

/** Packs files below a top folder, as the host of a repository does. */
function corpus(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, "top", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const archive = join(folder, "corpus.tar.gz");
  create({ sync: true, gzip: true, cwd: folder, file: archive }, ["top"]);
  return archive;
}

test("readAnnotatedCorpus joins texts and labels, in numeric order of the ids, and passes other files over", async () => {
  const archive = corpus({
    README: "about",
    "text/1000.txt": "Late .\n",
    "text/9.txt": "Early , naïve .\n",
    "labels/9.txt": "< ",
    "labels/1000.txt": "<Air--",
  });
  expect(await readAnnotatedCorpus(archive, ["Air"])).toEqual([
    { id: "9", text: "Early , naïve .\n", labels: [] },
    { id: "1000", text: "Late .\n", labels: ["Air"] },
  ]);
});

test.each([
  ["a label that is none", { "text/1.txt": "", "labels/1.txt": "Fire" }, /labels.1\.txt: "Fire"/],
  ["a text without labels", { "text/1.txt": "" }, /corpus\.tar\.gz: .* no file labels\/1\.txt/],
  ["labels without a text", { "labels/1.txt": "" }, /corpus\.tar\.gz: .* no file text\/1\.txt/],
  [
    "a file that is not UTF-8",
    { "text/1.txt": Uint8Array.of(0xff, 0xfe), "labels/1.txt": "" },
    /text.1\.txt: the file is not UTF-8/,
  ],
])("readAnnotatedCorpus throws a DatasetError for %s", async (_what, files, message) => {
  const archive = corpus(files);
  await expect(readAnnotatedCorpus(archive, ["Air"])).rejects.toThrow(DatasetError);
  await expect(readAnnotatedCorpus(archive, ["Air"])).rejects.toThrow(message);
});
