import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inTemporaryFolder } from "./inTemporaryFolder.js";
import type { Measurement } from "./metrics.js";

/** What `featuresRun` prints: seconds, and megabytes of the most resident memory. */
interface FeaturesRun {
  readonly writeSeconds: number;
  readonly trainSeconds: number;
  readonly writing: number;
  readonly training: number;
}

const ROWS = 1_000_000;
const script = fileURLToPath(new URL("featuresRun.js", import.meta.url));

/**
 * Writes 1,000,000 × 768 features (3.07 GB) through the feature store and trains a linear head on them for one epoch,
 * in a process of its own, whose most resident memory it prints.
 */
export const features = (): Promise<Measurement[]> =>
  inTemporaryFolder(async (folder) => {
    const { status, signal, stdout, error } = spawnSync(
      process.execPath,
      [script, folder, String(ROWS)],
      { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
    );
    if (status !== 0) throw error ?? new Error(`${script} ended with ${status ?? signal}`);
    const { writeSeconds, trainSeconds, writing, training }: FeaturesRun = JSON.parse(stdout);
    console.log(
      `\nmost resident memory: ${writing.toFixed(0)} MB after writing, ${training.toFixed(0)} MB after training, ` +
        "target ≤ 400 MB, the features have 3,072 MB",
    );
    const once = { spread: 0, runs: 1 };
    return [
      {
        title: "write 1,000,000 × 768 features",
        target: "none",
        median: 1000 * writeSeconds,
        ...once,
      },
      {
        title: "one epoch of a linear head on them, batches of 256",
        target: "none",
        median: 1000 * trainSeconds,
        ...once,
      },
    ];
  });
