import { peerScript, python } from "./python.js";

/** What a task of `bench/peers/metrics.py` prints. */
export interface PeerResult {
  readonly milliseconds: readonly number[];
  readonly figures: readonly number[];
  /** The most memory that it took beyond the input, if it was the task to find out. */
  readonly bytes?: number;
}

/** Runs a task so many times. */
export type MetricsPeer = (task: string, runs: number) => PeerResult;

const script = peerScript("metrics.py");

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
