import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import { GrowingF1 } from "./GrowingF1.js";
import { rankDescending } from "./rankDescending.js";
import type { TuningMetric } from "./TuningMetric.js";

/**
 * The threshold for all entries with the highest F1, of equal ones the highest; undefined when no label is true.
 * It lies midway between the two scores that it parts, the lowest score being parted from 0.
 */
export function bestThreshold(
  { data }: ScoreMatrix,
  labels: LabelMatrix,
  metric: TuningMetric,
): number | undefined {
  const order = rankDescending(data);
  const f1 = new GrowingF1(labels, metric);
  let best: { value: number; threshold: number } | undefined;
  // order holds every entry of the scores once.
  order.forEach((entry, k) => {
    f1.accept(entry);
    const upper = data[entry]!;
    const next = order[k + 1];
    const lower = next === undefined ? 0 : data[next]!;
    const tied = next !== undefined && lower === upper;
    if (!tied && f1.isAbove(best?.value ?? 0)) {
      best = { value: f1.value, threshold: midway(lower, upper) };
    }
  });
  return best?.threshold;
}

/** A 32-bit float above `lower` and at most `upper`, so that comparing scores with it parts the two. */
function midway(lower: number, upper: number): number {
  const middle = Math.fround((lower + upper) / 2);
  return middle > lower ? middle : upper;
}
