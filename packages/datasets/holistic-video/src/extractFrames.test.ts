import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join } from "node:path";
import { DatasetError } from "@sigf1/datasets";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { extractFrames } from "./extractFrames.js";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sigf1-frames-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test("extractFrames takes evenly spaced images of a folder, in the order of their names, where they are", async () => {
  const clip = temporaryFolder();
  for (let n = 1; n <= 10; n++)
    writeFileSync(join(clip, `img_${String(n).padStart(5, "0")}.jpg`), "");
  writeFileSync(join(clip, "flow_x_00001.npy"), "");
  const paths = await extractFrames(clip, { frames: 5, folder: join(clip, "unused") });
  expect(paths).toEqual(
    [2, 4, 6, 8, 10].map((n) => join(clip, `img_${String(n).padStart(5, "0")}.jpg`)),
  );
});

test("extractFrames refuses a clip that is not there, a folder without images, and fewer than one frame", async () => {
  const folder = temporaryFolder();
  await expect(extractFrames(join(folder, "a.mp4"), { frames: 1, folder })).rejects.toThrow(
    /a\.mp4: no such clip/,
  );
  await expect(extractFrames(folder, { frames: 1, folder })).rejects.toThrow(
    "the clip has no frame",
  );
  await expect(extractFrames(folder, { frames: 0, folder })).rejects.toThrow(RangeError);
});

test("extractFrames says so when there is no ffmpeg on the PATH", async () => {
  const folder = temporaryFolder();
  const clip = join(folder, "a.mp4");
  writeFileSync(clip, "x");
  vi.stubEnv("PATH", folder);
  const extracted = extractFrames(clip, { frames: 1, folder: join(folder, "frames") });
  await expect(extracted).rejects.toThrow(DatasetError);
  await expect(extracted).rejects.toThrow(/no ffmpeg on the PATH.*install ffmpeg/);
  expect(readdirSync(join(folder, "frames"))).toEqual([]);
});

const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0;
const title = hasFfmpeg
  ? "extractFrames with ffmpeg"
  : "extractFrames with ffmpeg (SKIPPED: no ffmpeg on the PATH)";

describe.skipIf(!hasFfmpeg)(title, () => {
  /** A clip of 50 frames whose brightness rises from frame to frame. */
  function makeClip(path: string): string {
    const source = "color=black:size=64x48:rate=25:duration=2,geq=lum='N*4':cb=128:cr=128";
    mkdirSync(dirname(path), { recursive: true });
    execFileSync("ffmpeg", [
      "-v",
      "error",
      "-f",
      "lavfi",
      "-i",
      source,
      "-pix_fmt",
      "yuv420p",
      `file:${path}`,
    ]);
    return path;
  }

  /** Mean brightness of a frame, from 0 to 255. */
  function brightness(path: string): number {
    const args = ["-v", "error", "-i", `file:${path}`, "-f", "rawvideo", "-pix_fmt", "gray", "-"];
    const pixels = execFileSync("ffmpeg", args);
    return pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length;
  }

  test("writes evenly spaced frames in the clip's order, and reads them there the next time", async () => {
    const folder = temporaryFolder();
    const clip = makeClip(join(folder, "a.mp4"));
    const frames = join(folder, "frames");
    const paths = await extractFrames(clip, { frames: 5, folder: frames });
    expect(paths).toHaveLength(5);
    expect(paths.every(isAbsolute)).toBe(true);
    // Frames 5, 15, …, 45 have the luma 20, 60, …, 180 of a range from 16 to 235.
    paths.forEach((path, k) => {
      expect(Math.abs(brightness(path) - ((5 + 10 * k) * 4 - 16) * (255 / 219))).toBeLessThan(4);
    });
    const written = statSync(paths[0] ?? "").mtimeMs;
    expect(await extractFrames(clip, { frames: 5, folder: frames })).toEqual(paths);
    expect(statSync(paths[0] ?? "").mtimeMs).toBe(written);
    expect(readdirSync(frames)).toHaveLength(1);
    expect(await extractFrames(clip, { frames: 2, folder: frames })).toHaveLength(2);
    expect(readdirSync(frames)).toHaveLength(2);
  });

  test("gives a path several times where the clip has fewer frames", async () => {
    const folder = temporaryFolder();
    const clip = makeClip(join(folder, "a.mp4"));
    const paths = await extractFrames(clip, { frames: 100, folder: join(folder, "frames") });
    expect(paths).toHaveLength(100);
    expect(new Set(paths).size).toBe(50);
  });

  test("takes any name for a name", async () => {
    const folder = temporaryFolder();
    for (const name of ["-i x.mp4", "a%03d.mp4", "$(touch y);'\".mp4", "http:x.mp4"]) {
      const clip = makeClip(join(folder, "clips", name));
      const paths = await extractFrames(clip, { frames: 2, folder: join(folder, "%d frames") });
      expect(paths.map((path) => basename(path))).toEqual(["000001.jpg", "000002.jpg"]);
    }
    expect(readdirSync(folder).sort()).toEqual(["%d frames", "clips"]);
  });

  test("two at a time leave one whole folder, and no other", async () => {
    const folder = temporaryFolder();
    const clip = makeClip(join(folder, "a.mp4"));
    const options = { frames: 3, folder: join(folder, "frames") };
    const [one, other] = await Promise.all([
      extractFrames(clip, options),
      extractFrames(clip, options),
    ]);
    expect(one).toEqual(other);
    expect(readdirSync(options.folder)).toHaveLength(1);
  });

  test("refuses a file that is no video, naming it, and leaves nothing", async () => {
    const folder = temporaryFolder();
    const clip = join(folder, "a.mp4");
    writeFileSync(clip, "no video");
    const extracted = extractFrames(clip, { frames: 3, folder: join(folder, "frames") });
    await expect(extracted).rejects.toThrow(DatasetError);
    await expect(extracted).rejects.toThrow(/a\.mp4: ffmpeg cannot read the video/);
    expect(readdirSync(join(folder, "frames"))).toEqual([]);
  });

  test("opens nothing that a playlist in place of a clip names", async () => {
    const folder = temporaryFolder();
    const real = makeClip(join(folder, "real.mp4"));
    const clip = join(folder, "a.mp4");
    writeFileSync(
      clip,
      `#EXTM3U\n#EXTINF:2,\nhttp://127.0.0.1:9/${basename(real)}\n#EXT-X-ENDLIST\n`,
    );
    await expect(
      extractFrames(clip, { frames: 1, folder: join(folder, "frames") }),
    ).rejects.toThrow(/a\.mp4: ffmpeg cannot read the video/);
  });
});
