import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { DatasetError } from "@sigf1/datasets";

const execute = promisify(execFile);

/**
 * Runs `ffmpeg` of the PATH on a video, without a shell, in a working folder.
 *
 * @param output arguments after the input
 * @returns what it wrote to standard output
 * @throws DatasetError when there is no `ffmpeg`, or naming the video and ffmpeg's reason when it fails.
 */
export async function runFfmpeg(
  video: string,
  output: readonly string[],
  cwd: string,
): Promise<string> {
  // `file:` and the whitelist: whatever its name or content, nothing but this file is opened.
  const input = ["-protocol_whitelist", "file", "-i", `file:${video}`];
  try {
    const args = ["-nostdin", "-v", "error", ...input, ...output];
    return (await execute("ffmpeg", args, { cwd, maxBuffer: 2 ** 26 })).stdout;
  } catch (cause) {
    const { code, stderr = "", message } = cause as Error & { code?: unknown; stderr?: string };
    if (code === "ENOENT") {
      throw new DatasetError(
        "there is no ffmpeg on the PATH, which takes the frames out of videos; install ffmpeg 5.1 or later",
        { cause },
      );
    }
    const [reason = message] = stderr.trim().split("\n").filter(Boolean).slice(-1);
    throw new DatasetError(`ffmpeg cannot read the video: ${reason}`, { file: video, cause });
  }
}
