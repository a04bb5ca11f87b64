import { setImmediate } from "node:timers/promises";
import { useEngine } from "@sigf1/engine";
import {
  averagePrecisionScore,
  ConfusionCounts,
  type LabelMatrix,
  rocAucScore,
} from "@sigf1/metrics";
import type { Comparison } from "./compare.js";
import { inTemporaryFolder } from "./inTemporaryFolder.js";
import { median } from "./median.js";
import { allocatedBytes } from "./metricsAllocation.js";
import { firstRows, type MetricsData, metricsData } from "./metricsData.js";
import { type MetricsPeer, metricsPeer } from "./metricsPeer.js";
import { summary } from "./summary.js";
import { timeRuns } from "./timeRuns.js";

/** One time against a target. */
export interface Measurement {
  readonly title: string;
  /** What the median is to stay below, for example "< 1000 ms". */
  readonly target: string;
  /** Latency in milliseconds: median and median absolute deviation. */
  readonly median: number;
  readonly spread: number;
  readonly runs: number;
}

/** The same figures, worked out by us and by scikit-learn. */
interface Race {
  readonly title: string;
  readonly ours: (data: MetricsData) => number[];
  /** Tasks of `bench/peers/metrics.py`. */
  readonly theirs: readonly { readonly label: string; readonly task: string; target: string }[];
}

const RACES: readonly Race[] = [
  {
    title: "macro, micro, weighted and samples F1, 100,000 × 100",
    ours: ({ truth, predicted }) => fourF1(truth, predicted),
    theirs: [
      { label: "scikit-learn, dense", task: "f1", target: "≤ 0.1" },
      { label: "scikit-learn, CSR given", task: "f1-csr", target: "none" },
    ],
  },
  {
    title: "macro ROC-AUC, 20,000 × 100",
    ours: ({ scored, scores }) => [rocAucScore(scored, scores)],
    theirs: [{ label: "scikit-learn", task: "roc-auc", target: "≤ 0.333" }],
  },
  {
    title: "macro average precision, 20,000 × 100",
    ours: ({ scored, scores }) => [averagePrecisionScore(scored, scores)],
    theirs: [{ label: "scikit-learn", task: "average-precision", target: "≤ 0.333" }],
  },
];
/** Each side is timed in turn, so many times: ours for so long, scikit-learn so often after a run to warm up. */
const ROUNDS = 5;
const SECONDS = 0.5;
const PEER_RUNS = 3;

/**
 * Times F1, ROC-AUC and average precision beside scikit-learn, which reads the same files and must come to the same
 * figures; where it is missing, says so and times ours alone. Prints the memory that F1 takes, too.
 */
export const metrics = (): Promise<(Comparison | Measurement)[]> =>
  inTemporaryFolder(async (folder) => {
    await useEngine("wasm");
    const data = metricsData(folder);
    const peer = metricsPeer(folder);
    printMemory(data, peer);
    const results: (Comparison | Measurement)[] = [];
    for (const race of RACES) results.push(...(await run(race, data, peer)));
    return results;
  });

async function run({ title, ours, theirs }: Race, data: MetricsData, peer?: MetricsPeer) {
  const figures = ours(data);
  const ourTimes: number[] = [];
  const sides = theirs.map((side) => ({ ...side, times: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    ourTimes.push(median(await timeRuns(async () => ours(data), SECONDS)));
    for (const { task, times } of sides) {
      const result = peer?.(task, PEER_RUNS);
      if (result === undefined) continue;
      checkFigures(title, figures, result.figures);
      times.push(median(result.milliseconds));
    }
    // Lets a signal be heard.
    await setImmediate();
  }
  const first = summary("@sigf1/metrics", ourTimes);
  if (peer === undefined) {
    return [{ ...first, title, target: `${theirs[0]?.target} of scikit-learn's time` }];
  }
  return sides.map(({ label, target, times }) => {
    const second = summary(label, times);
    return { title, target, times: [first, second], ratio: first.median / second.median };
  });
}

function fourF1(yTrue: LabelMatrix, yPred: LabelMatrix): number[] {
  const counts = ConfusionCounts.of(yTrue, yPred);
  return (["macro", "micro", "weighted", "samples"] as const).map((average) => counts.f1(average));
}

/** A time is worth nothing when the figure is another one. */
function checkFigures(title: string, ours: readonly number[], theirs: readonly number[]): void {
  const agree = theirs.every((figure, i) => Math.abs(figure - (ours[i] ?? Number.NaN)) < 1e-9);
  if (agree && ours.length === theirs.length) return;
  throw new Error(`${title}: ${ours.join(", ")}, but scikit-learn has ${theirs.join(", ")}`);
}

/** The memory of F1 for all examples and for a hundredth of them: O(classes) is the same for both. */
function printMemory({ truth, predicted }: MetricsData, peer?: MetricsPeer): void {
  const few = truth.rows / 100;
  const [fewTrue, fewPredicted] = [firstRows(truth, few), firstRows(predicted, few)];
  const amounts = [
    `${kilobytes(allocatedBytes(() => fourF1(truth, predicted)))} for ${truth.rows} × ${truth.cols}`,
    `${kilobytes(allocatedBytes(() => fourF1(fewTrue, fewPredicted)))} for ${few} × ${truth.cols}`,
  ];
  const peak = peer?.("f1-memory", 1).bytes;
  console.log(
    `Memory of the four F1 beyond the input, garbage included: ${amounts.join(", ")}, target O(classes).`,
  );
  if (peak !== undefined) console.log(`scikit-learn, dense, at its peak: ${kilobytes(peak)}.`);
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
