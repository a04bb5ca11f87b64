import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatasetError, loadDataset } from "@sigf1/datasets";
import { create } from "tar";
import { expect, onTestFinished, test } from "vitest";
import { cancerHallmarks } from "./cancerHallmarks.js";

test("an archive that reads well but has another label than the corpus is refused by its content digest", async () => {
  const mirror = mkdtempSync(join(tmpdir(), "sigf1-hallmarks-"));
  onTestFinished(() => rmSync(mirror, { recursive: true }));
  const folder = join(mirror, "cancer-hallmarks");
  for (const [path, content] of [
    ["text", "An invented sentence .\n"],
    ["labels", "<Cellular energetics--"],
  ] as const) {
    mkdirSync(join(folder, "top", path), { recursive: true });
    writeFileSync(join(folder, "top", path, "1.txt"), content);
  }
  const archive = join(folder, "hallmarks-of-cancer.tar.gz");
  create({ sync: true, gzip: true, cwd: folder, file: archive }, ["top"]);
  const load = loadDataset(cancerHallmarks, { data: mirror, cache: join(mirror, "cache") });
  await expect(load).rejects.toThrow(DatasetError);
  await expect(load).rejects.toThrow(
    /content digest is [\da-f]{64}, expected bfe5f4b35d4073d32cbdc6d075d51a30c47fb7eeaecc19ea98d5600469f5bf87/,
  );
});
