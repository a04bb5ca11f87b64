import type { RunningRun } from "./StudyProgress.js";

/**
 * Seconds that a run's epochs take at most, at the pace of those since it began; undefined before the first.
 * @param now the time in milliseconds
 */
export function runTimeLeft(run: RunningRun, now: number): number | undefined {
  const { since, epochs, resumed, done } = run;
  if (done <= resumed) return undefined;
  return ((epochs - done) * (now - since)) / (1000 * (done - resumed));
}
