import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { DatasetError } from "@sigf1/datasets";
import { evenlySpaced } from "./evenlySpaced.js";
import { runFfmpeg } from "./runFfmpeg.js";

export interface ExtractFramesOptions {
  /** How many frames, at least 1. */
  readonly frames: number;
  /** Folder that keeps the frames of `.mp4` files, made where it is absent; a second call with the same clip reads them there. */
  readonly folder: string;
}

/**
 * Absolute paths of frames of a clip, evenly spaced over it and in its order (see `evenlySpaced`). Of a folder of
 * frames (`.jpg`, `.jpeg`, `.png`, in the order of their names) these are its own files. Of a video they are JPEGs that
 * `ffmpeg` writes into `<folder>/<clip>-<frames>-<size>-<time of change>/`: the whole of it in one rename, so that
 * what is there is complete. A path stands several times where the clip has fewer frames.
 *
 * @param clip path of an `.mp4` or of a folder of frames, as `VideoClip.clip`
 * @throws RangeError when `frames` is no integer of at least 1.
 * @throws DatasetError when there is no such clip, it has no frame, `ffmpeg` (5.1 or later) is not on the PATH, or
 * cannot read it.
 */
export async function extractFrames(
  clip: string,
  { frames, folder }: ExtractFramesOptions,
): Promise<string[]> {
  if (!Number.isSafeInteger(frames) || frames < 1) {
    throw new RangeError(`frames must be an integer of at least 1, not ${frames}`);
  }
  const path = resolve(clip);
  const found = await stat(path).catch((cause: unknown) => {
    throw new DatasetError("no such clip", { file: path, cause });
  });
  if (found.isDirectory()) return spread(await imagesIn(path), frames, path);
  const name = basename(path, extname(path));
  const target = join(
    resolve(folder),
    `${name}-${frames}-${found.size}-${Math.trunc(found.mtimeMs)}`,
  );
  if (!(await isThere(target))) await writeFrames(path, frames, target);
  return spread(await imagesIn(target), frames, path);
}

async function writeFrames(video: string, frames: number, target: string): Promise<void> {
  const partial = `${target}.${randomUUID()}.partial`;
  await mkdir(partial, { recursive: true });
  try {
    const positions = new Set(evenlySpaced(await countFrames(video, partial), frames));
    const chosen = [...positions].map((position) => `eq(n,${position})`).join("+");
    const output = ["-map", "0:v:0", "-vf", `select='${chosen}'`, "-fps_mode", "passthrough"];
    await runFfmpeg(video, [...output, "-q:v", "2", "%06d.jpg"], partial);
    spread(await imagesIn(partial), frames, video); // refuses a video without frames
    await rename(partial, target).catch(async (error: unknown) => {
      if (!(await isThere(target))) throw error; // another process was first
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Counts without decoding: every packet of the first video stream is a frame. */
async function countFrames(video: string, cwd: string): Promise<number> {
  const progress = ["-map", "0:v:0", "-c", "copy", "-progress", "pipe:1", "-f", "null", "-"];
  const counts = (await runFfmpeg(video, progress, cwd)).matchAll(/^frame=\s*(\d+)/gm);
  return Number([...counts].at(-1)?.[1] ?? 0);
}

async function imagesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.(?:jpe?g|png)$/i.test(name)).sort();
  return names.map((name) => join(folder, name));
}

function spread(images: readonly string[], frames: number, clip: string): string[] {
  if (images.length === 0) throw new DatasetError("the clip has no frame", { file: clip });
  return evenlySpaced(images.length, frames).map((position) => images[position] as string);
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
