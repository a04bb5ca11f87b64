import type { StudyProgress } from "../StudyProgress.js";

/** Losses that are named at most. */
const MOST = 3;

/** The losses with the best mean validation figure of the present cell's complete runs. */
export function bestLines({ best, metric }: StudyProgress): string[] {
  if (best.length === 0) return [];
  const rows = best.slice(0, MOST).map(({ loss, mean, runs }) => {
    return `  ${mean.toFixed(4)}  ${loss} (${runs === 1 ? "1 run" : `mean of ${runs} runs`})`;
  });
  return [`best on validation data so far (${metric}):`, ...rows];
}
