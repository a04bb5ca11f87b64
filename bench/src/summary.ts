import { median } from "./median.js";

/** The median of times and their median absolute deviation, as a comparison prints them. */
export function summary(label: string, times: readonly number[]) {
  const middle = median(times);
  const spread = median(times.map((time) => Math.abs(time - middle)));
  return { label, median: middle, spread, runs: times.length };
}
