import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import type { Comparison } from "./compare.js";
import { inTemporaryFolder } from "./inTemporaryFolder.js";
import { median } from "./median.js";
import { missed } from "./missed.js";
import { summary } from "./summary.js";

const program = fileURLToPath(new URL("../../apps/experiments/bin/sigf1.js", import.meta.url));
const RUNS = 3;

/** What one call of the program came to. */
interface Call {
  readonly milliseconds: number;
  /** Of training and evaluating, by the runs' own records. */
  readonly worked: number;
}

/**
 * Runs the experiment cancer-hallmarks, 45 runs, as a whole process with `--jobs 1` and with `--jobs 2` in turn; prints
 * the share of the time that is neither training nor evaluation: starting, loading, encoding, writing, the report.
 * The features are in the cache, as they are from the second call on.
 */
export const runner = (): Promise<Comparison[]> =>
  inTemporaryFolder(async (folder) => {
    if (!process.env.SIGF1_DATA) {
      console.log("\nrunner: left out, for SIGF1_DATA names no folder with cancer-hallmarks");
      return [];
    }
    const cache = join(folder, "cache");
    call(join(folder, "warm"), cache, 1);
    const calls = { one: [] as Call[], two: [] as Call[] };
    for (let run = 0; run < RUNS; run++) {
      calls.one.push(call(join(folder, `one-${run}`), cache, 1));
      calls.two.push(call(join(folder, `two-${run}`), cache, 2));
    }
    const shares = calls.one.map(({ milliseconds, worked }) => 1 - worked / milliseconds);
    const percent = shares.map((share) => `${(100 * share).toFixed(1)} %`);
    console.log(
      `\nneither training nor evaluation: ${percent.join(", ")}; target < 5 %${missed("< 5", 100 * median(shares))}`,
    );
    const times = [
      summary(
        "--jobs 1",
        calls.one.map(({ milliseconds }) => milliseconds),
      ),
      summary(
        "--jobs 2",
        calls.two.map(({ milliseconds }) => milliseconds),
      ),
    ] as const;
    const ratio = times[0].median / times[1].median;
    return [{ title: "sigf1 run cancer-hallmarks", target: "≥ 1.7", times, ratio }];
  });

function call(out: string, cache: string, jobs: number): Call {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, "run", "cancer-hallmarks", "--jobs", String(jobs), "--out", out],
    { encoding: "utf8", env: { ...process.env, SIGF1_CACHE: cache } },
  );
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`sigf1 run ended with ${status}: ${stderr}`);
  const { runs } = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
  const seconds = (runs as string[]).map(
    (run): number => JSON.parse(readFileSync(join(out, run, "run.json"), "utf8")).seconds,
  );
  return { milliseconds, worked: 1000 * seconds.reduce((sum, each) => sum + each, 0) };
}
