import type { GrowingScore } from "./GrowingScore.js";
import { isAbove } from "./isAbove.js";
import { midway } from "./midway.js";
import { rankDescending } from "./rankDescending.js";

/**
 * The threshold for all entries with the highest figure, of equal ones the highest; undefined when no threshold brings
 * it above 0. It lies midway between the two scores that it parts, the lowest score being parted from 0.
 */
export function bestThreshold(scores: Float32Array, figure: GrowingScore): number | undefined {
  const order = rankDescending(scores);
  let best: { value: number; threshold: number } | undefined;
  // order holds every entry of the scores once.
  for (let k = 0; k < order.length; k++) {
    const entry = order[k]!;
    figure.accept(entry);
    const upper = scores[entry]!;
    const next = order[k + 1];
    const lower = next === undefined ? 0 : scores[next]!;
    const tied = next !== undefined && lower === upper;
    if (tied) continue;
    const { value } = figure;
    if (isAbove(value, best?.value ?? 0)) best = { value, threshold: midway(lower, upper) };
  }
  return best?.threshold;
}
