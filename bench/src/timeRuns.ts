import { performance } from "node:perf_hooks";

/** Milliseconds of each run for so many seconds, after two to warm up. */
export async function timeRuns(run: () => Promise<unknown>, seconds: number): Promise<number[]> {
  await run();
  await run();
  const times: number[] = [];
  const end = performance.now() + 1000 * seconds;
  while (performance.now() < end || times.length < 3) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times;
}
