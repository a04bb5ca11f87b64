import { ConfusionCounts, type LabelMatrix } from "@sigf1/metrics";
import { Bench } from "tinybench";

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

const ROWS = 100_000;
const COLS = 100;

/** Times the four averages of F1 over 100,000 examples × 100 classes, from labels to figures. */
export async function metrics(): Promise<Measurement> {
  const title = "micro, macro, weighted and samples F1, 100,000 × 100";
  const yTrue = sparseLabels(2654435761);
  const yPred = sparseLabels(2246822519);
  const bench = new Bench({ time: 1500, warmupTime: 300, iterations: 5 });
  bench.add(title, () => {
    const counts = ConfusionCounts.of(yTrue, yPred);
    for (const average of ["micro", "macro", "weighted", "samples"] as const) counts.f1(average);
  });
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result === undefined || !("latency" in result)) throw new Error(`${title} did not finish`);
  const { p50, mad, samplesCount } = result.latency;
  return { title, target: "< 1000 ms", median: p50, spread: mad, runs: samplesCount };
}

/** Scattered labels, about 5 % of them 1. */
function sparseLabels(multiplier: number): LabelMatrix {
  const data = new Uint8Array(ROWS * COLS);
  for (let k = 0; k < data.length; k++) {
    if (Math.imul(k, multiplier) >>> 0 < 0.05 * 2 ** 32) data[k] = 1;
  }
  return { rows: ROWS, cols: COLS, data };
}
