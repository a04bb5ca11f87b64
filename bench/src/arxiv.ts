import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeSnapshot } from "./arxivSnapshot.js";
import type { Comparison } from "./compare.js";
import { inTemporaryFolder } from "./inTemporaryFolder.js";
import { peerScript, python } from "./python.js";
import { summary } from "./summary.js";

/** What a reader of the snapshot prints. */
interface Reading {
  readonly records: number;
  readonly milliseconds: number;
  /** The most resident memory, over that before the reading. */
  readonly megabytes: number;
}

const BYTES = 2 * 2 ** 30;
const ROUNDS = 3;
const reader = fileURLToPath(new URL("arxivRead.js", import.meta.url));

/**
 * Streams a snapshot of 2 GiB, in turn with Python's loop over the same lines, each in a process of its own; prints
 * how much memory each took.
 */
export const arxiv = (): Promise<Comparison[]> =>
  inTemporaryFolder(async (folder) => {
    const file = await writeSnapshot(folder, BYTES);
    const ours: Reading[] = [];
    const theirs: Reading[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(JSON.parse(node([reader, folder])));
      theirs.push(JSON.parse(python([peerScript("json_lines.py"), file])));
    }
    const [{ records }] = ours as [Reading];
    if (theirs.some((reading) => reading.records !== records)) {
      throw new Error(`${records} papers, but Python read ${theirs[0]?.records} lines`);
    }
    const peak = (readings: readonly Reading[]) =>
      Math.max(...readings.map(({ megabytes }) => megabytes)).toFixed(0);
    console.log(
      `\n${records} records: at most ${peak(ours)} MB above the start (Python ${peak(theirs)} MB), target ≤ 300 MB`,
    );
    const first = summary(
      "@sigf1/dataset-arxiv",
      ours.map(({ milliseconds }) => milliseconds),
    );
    const second = summary(
      "Python, json.loads",
      theirs.map(({ milliseconds }) => milliseconds),
    );
    return [
      {
        title: "every paper of a snapshot of 2 GiB",
        target: "≤ 1",
        times: [first, second],
        ratio: first.median / second.median,
      },
    ];
  });

function node(args: readonly string[]): string {
  const { status, signal, stdout, error } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status === 0) return stdout;
  throw error ?? new Error(`${join(...args)} ended with ${status ?? signal}`);
}
