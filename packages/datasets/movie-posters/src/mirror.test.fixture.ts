import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A mirror folder with these files below `movie-posters/`, and an empty cache; both go when the running test ends. */
export function mirror(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly data: string;
  readonly cache: string;
} {
  const folder = mkdtempSync(join(tmpdir(), "sigf1-movie-posters-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, "data", "movie-posters", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return { data: join(folder, "data"), cache: join(folder, "cache") };
}
