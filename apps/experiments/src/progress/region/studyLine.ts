import { describeDuration } from "../describeDuration.js";
import type { Paint } from "../Paint.js";
import type { StudyProgress } from "../StudyProgress.js";
import { studyTimeLeft } from "../studyTimeLeft.js";
import { barLine } from "./barLine.js";

/** How many runs of the study are done, how many of them failed, how long it has taken, and about how long it will. */
export function studyLine(
  progress: StudyProgress,
  columns: number,
  now: number,
  paint: Paint,
): string {
  const { done, total, failed, cells, since } = progress;
  const left = studyTimeLeft(progress, now);
  const runs = `${done} of ${total} runs`;
  const failures = failed > 0 ? [paint("red", `${failed} failed`)] : [];
  const cell = cells.total > 1 ? [`cell ${cells.begun} of ${cells.total}`] : [];
  const elapsed = describeDuration(Math.floor((now - since) / 1000));
  const rest = left === undefined ? [] : [`about ${describeDuration(left)} left`];
  const texts = [
    [runs, ...failures, ...cell, elapsed, ...rest],
    [runs, ...failures, ...rest],
    [`${done}/${total}`, ...failures, ...rest],
  ];
  const share = total > 0 ? done / total : 0;
  return barLine(
    share,
    texts.map((parts) => parts.join(", ")),
    columns,
    paint,
  );
}
