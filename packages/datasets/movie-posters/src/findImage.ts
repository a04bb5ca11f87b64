import { stat } from "node:fs/promises";
import { join } from "node:path";
import { decodes } from "./decodes.js";
import type { Poster } from "./Poster.js";

/** Where a poster's image is, or should be, and whether it can be used. */
export interface FoundImage {
  readonly path: string;
  readonly state: "usable" | "missing" | "undecodable";
}

/** Looks in the folder for `<id>.jpg`, then for `<id as the table writes it>.jpg`, and decodes what is there. */
export async function findImage(
  folder: string,
  { id, writtenId }: Pick<Poster, "id" | "writtenId">,
): Promise<FoundImage> {
  for (const name of new Set([id, writtenId])) {
    const path = join(folder, `${name}.jpg`);
    if (await isFile(path)) {
      return { path, state: (await decodes(path)) ? "usable" : "undecodable" };
    }
  }
  return { path: join(folder, `${id}.jpg`), state: "missing" };
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
