import { Bench } from "tinybench";

/** One thing to time, by its label. */
export type Candidates = Readonly<Record<string, () => void | Promise<void>>>;

export interface Comparison {
  readonly title: string;
  /** What the ratio first / second is to reach, for example "≤ 0.5". */
  readonly target: string;
  /** Latency in milliseconds: median and median absolute deviation. */
  readonly times: readonly { label: string; median: number; spread: number; runs: number }[];
  /** Median of the first candidate over that of the second. */
  readonly ratio: number;
}

/**
 * Times two candidates in one process, the first over the second.
 * @param milliseconds how long each candidate runs, after a warm-up
 */
export async function compare(
  title: string,
  target: string,
  candidates: Candidates,
  milliseconds = 1500,
): Promise<Comparison> {
  const bench = new Bench({ time: milliseconds, warmupTime: milliseconds / 5, iterations: 5 });
  for (const [label, run] of Object.entries(candidates)) bench.add(label, run);
  await bench.run();
  const times = bench.tasks.map((task) => {
    const { result } = task;
    if (!("latency" in result)) throw new Error(`${title}: "${task.name}" did not finish`);
    const { p50, mad, samplesCount } = result.latency;
    return { label: task.name, median: p50, spread: mad, runs: samplesCount };
  });
  const [first, second] = times;
  if (first === undefined || second === undefined)
    throw new Error(`${title}: takes two candidates`);
  return { title, target, times, ratio: first.median / second.median };
}
