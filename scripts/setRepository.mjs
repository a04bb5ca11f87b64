/**
 * Writes into every published package where its source is. Provenance is refused unless this is the repository that
 * the release runs in; GitHub names it, so that no file has to: `GITHUB_REPOSITORY=owner/name node scripts/setRepository.mjs`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifests } from "./boundaries.mjs";

const { GITHUB_REPOSITORY, GITHUB_SERVER_URL = "https://github.com" } = process.env;
if (!GITHUB_REPOSITORY) throw new Error("expected GITHUB_REPOSITORY, as in owner/name");

const root = join(import.meta.dirname, "..");
for (const { folder } of manifests(root).filter((manifest) => !manifest.private)) {
  const path = join(root, folder, "package.json");
  const repository = {
    type: "git",
    url: `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`,
    directory: folder,
  };
  const manifest = { ...JSON.parse(readFileSync(path, "utf8")), repository };
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
