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

interface Case {
  readonly title: string;
  readonly text: string;
  readonly target: string;
}

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed).join(", ");

const cases: readonly Case[] = [
  {
    title: "10,000 runs",
    // 10 × 5 × 10 variants of a loss.
    text: `experiment: plan
dataset: simulated
encoder: standard-scaler
losses:
  - use: sigmoid-f1
    beta: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    eta: [-2, -1, 0, 1, 2]
    head: { l2: [0, 1.0e-6, 1.0e-5, 1.0e-4, 1.0e-3, 2.0e-3, 5.0e-3, 0.01, 0.02, 0.05] }
baselines: []
seeds: [${seeds(20)}]
`,
    target: "< 2000 ms",
  },
  {
    title: "10,000 runs in 1,000 cells",
    text: `experiment: plan
dataset: simulated
encoder: standard-scaler
losses: [sigmoid-f1]
baselines: []
matrix:
  optimizer.learningRate: [${Array.from({ length: 50 }, (_, i) => (i + 1) / 1000).join(", ")}]
  corruption.flippedLabels: [${Array.from({ length: 20 }, (_, i) => i / 50).join(", ")}]
seeds: [${seeds(10)}]
`,
    target: "< 4000 ms",
  },
];

/** The whole process of `sigf1 plan` on 10,000 runs, none of which is done. */
export function plan(): Promise<readonly Measurement[]> {
  return inTemporaryFolder(async (folder) => {
    const measurements: Measurement[] = [];
    for (const { title, text, target } of cases) {
      const path = join(folder, "plan.yaml");
      writeFileSync(path, text);
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
      measurements.push({
        title: `sigf1 plan: ${title}, from the start of the program to its end`,
        target,
        median: middle,
        spread: median(times.map((time) => Math.abs(time - middle))),
        runs: times.length,
      });
    }
    return measurements;
  });
}
