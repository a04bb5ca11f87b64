import type { RunningRun } from "./StudyProgress.js";

/**
 * Seconds that a run's epochs take at most, at the pace of those since it began; undefined before the first,
 * and where it searches its settings, in trials of epochs that are not known.
 * @param now the time in milliseconds
 */
export function runTimeLeft(run: RunningRun, now: number): number | undefined {
  const { since, epochs, trials, resumed, done } = run;
  if (done <= resumed || trials !== undefined) return undefined;
  return ((epochs - done) * (now - since)) / (1000 * (done - resumed));
}
