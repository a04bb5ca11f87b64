import type { StudyProgress } from "./StudyProgress.js";

/**
 * About how many seconds the rest of the runs takes: each as long as those that were done on average, as many at the
 * same time as there were. Undefined before the first is done, and where those under way take longer than that.
 * @param now the time in milliseconds
 */
export function studyTimeLeft(progress: StudyProgress, now: number): number | undefined {
  const { meanSeconds, running, total, done, atOnce } = progress;
  if (meanSeconds === undefined) return undefined;
  const rests = running.map(({ since }) => Math.max(0, meanSeconds - (now - since) / 1000));
  const waiting = total - done - running.length;
  const work = rests.reduce((sum, rest) => sum + rest, waiting * meanSeconds);
  const seconds = Math.max(work / atOnce, ...rests);
  return seconds > 0 ? seconds : undefined;
}
