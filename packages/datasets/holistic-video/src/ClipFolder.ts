import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { LabelledClip } from "./parseLabelRow.js";

/** The user's folder of clips: `.mp4` files and folders of frames, listed once. */
export class ClipFolder {
  readonly #folder: string;
  /** Names without `.mp4`, and what they are in full. */
  readonly #names: ReadonlyMap<string, string>;

  private constructor(folder: string, names: ReadonlyMap<string, string>) {
    this.#folder = folder;
    this.#names = names;
  }

  static async open(folder: string): Promise<ClipFolder> {
    const names = await readdir(folder);
    return new ClipFolder(
      resolve(folder),
      new Map(names.map((name) => [name.replace(/\.mp4$/i, ""), name])),
    );
  }

  /** Absolute path of a clip's file or folder of frames, whichever of `clipNames` it has; undefined where it is missing or empty. */
  async find(clip: LabelledClip): Promise<string | undefined> {
    for (const candidate of clipNames(clip)) {
      const name = this.#names.get(candidate);
      if (name === undefined) continue;
      const path = join(this.#folder, name);
      const found = await stat(path).catch(() => undefined); // a link to nowhere
      const size = found?.isDirectory() ? (await readdir(path)).length : found?.size;
      if (size !== undefined && size > 0) return path;
    }
    return undefined;
  }
}

/**
 * The names that a clip may have: `<youtube id>_<start>_<end>` with the times as the table writes them; with whole
 * seconds in six digits, and that with a trailing `_`, as the dataset's own downloader names full and trimmed videos;
 * with tenths of a second in six digits, as MMAction2's downloader does.
 */
export function clipNames({
  id,
  clip: { youtubeId, start, end },
}: Pick<LabelledClip, "id" | "clip">): string[] {
  const span = (unit: number) =>
    [start, end].map((time) => String(Math.floor(time * unit)).padStart(6, "0")).join("_");
  return [id, `${youtubeId}_${span(1)}_`, `${youtubeId}_${span(1)}`, `${youtubeId}_${span(10)}`];
}
