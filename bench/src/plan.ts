import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inTemporaryFolder } from "./inTemporaryFolder.js";
import { median } from "./median.js";
import type { Measurement } from "./metrics.js";
import { timeRuns } from "./timeRuns.js";

const program = fileURLToPath(new URL("../../apps/experiments/bin/sigf1.js", import.meta.url));

/** 10 × 5 × 10 variants of a loss, with 20 seeds each. */
const file = `experiment: plan
dataset: simulated
encoder: standard-scaler
losses:
  - use: sigmoid-f1
    beta: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    eta: [-2, -1, 0, 1, 2]
    head: { l2: [0, 1.0e-6, 1.0e-5, 1.0e-4, 1.0e-3, 2.0e-3, 5.0e-3, 0.01, 0.02, 0.05] }
baselines: []
seeds: [${Array.from({ length: 20 }, (_, seed) => seed).join(", ")}]
`;

/** The whole process of `sigf1 plan` on 10,000 runs, none of which is done. */
export function plan(): Promise<readonly Measurement[]> {
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, "plan.yaml");
    writeFileSync(path, file);
    const times = await timeRuns(async () => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [program, "plan", path, "--out", join(folder, "out"), "--json"],
        { maxBuffer: 2 ** 26 },
      );
      const { runs } = JSON.parse(stdout) as { runs: number };
      if (runs !== 10_000) throw new Error(`sigf1 plan told of ${runs} runs, not of 10,000`);
    }, 5);
    const middle = median(times);
    return [
      {
        title: "sigf1 plan: 10,000 runs, from the start of the program to its end",
        target: "< 2000 ms",
        median: middle,
        spread: median(times.map((time) => Math.abs(time - middle))),
        runs: times.length,
      },
    ];
  });
}
