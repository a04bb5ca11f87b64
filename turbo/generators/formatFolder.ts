import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Formats what was made: line breaks and the order of imports depend on the dataset's name. */
export function formatFolder(folder: string, root: string): string {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  execFileSync(process.execPath, [biome, "check", "--write", folder], { cwd: root, stdio: "pipe" });
  return `formatted ${folder}`;
}
