import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a task of `bench/peers/metrics.py` prints. */
export interface PeerResult {
  readonly milliseconds: readonly number[];
  readonly figures: readonly number[];
  /** The most memory that it took beyond the input, if it was the task to find out. */
  readonly bytes?: number;
}

/** Runs a task so many times. */
export type MetricsPeer = (task: string, runs: number) => PeerResult;

const script = fileURLToPath(new URL("../peers/metrics.py", import.meta.url));

/** scikit-learn on the files in the folder; undefined where it is missing, which it says. */
export function metricsPeer(folder: string): MetricsPeer | undefined {
  const versions =
    "import sklearn, scipy; print('scikit-learn', sklearn.__version__, '/ SciPy', scipy.__version__)";
  try {
    console.log(python(["-c", versions]).trim());
  } catch (error) {
    console.log(`scikit-learn is left out: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
  return (task, runs) => JSON.parse(python([script, folder, task, String(runs)]));
}

function python(args: readonly string[]): string {
  // Debian keeps python3-sklearn with the python3 of /usr/bin.
  const env = { ...process.env, PATH: `/usr/bin:${process.env.PATH}` };
  const { status, signal, stdout, stderr, error } = spawnSync("python3", args, {
    env,
    encoding: "utf8",
  });
  if (status === 0) return stdout;
  throw error ?? new Error(stderr.trim().split("\n").at(-1) || `exit ${status ?? signal}`);
}
