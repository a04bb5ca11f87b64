import cliTruncate from "cli-truncate";
import { describeProgress } from "../describeProgress.js";
import type { Paint } from "../Paint.js";
import type { StudyProgress } from "../StudyProgress.js";
import { barLine } from "./barLine.js";
import { bestLines } from "./bestLines.js";
import { runRows } from "./runRows.js";
import { studyLine } from "./studyLine.js";

/** The size of a terminal. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/**
 * What a terminal of that size shows of a study: how far all of it is, the stage, the best so far, the runs that are
 * under way. What comes and goes stands last, so that the rest stays in its place. No line is as wide as the terminal,
 * and there are fewer than it has rows.
 * @param now the time in milliseconds
 */
export function renderRegion(
  progress: StudyProgress,
  { columns, rows }: TerminalSize,
  now: number,
  paint: Paint,
): string[] {
  const width = columns - 1;
  const head = progress.total > 0 ? [studyLine(progress, width, now, paint)] : [];
  if (progress.stage !== undefined) {
    const { done, total, unit, pace } = progress.stage;
    const text = describeProgress(done, total, unit, pace);
    head.push(barLine(total > 0 ? done / total : 0, [text], width, paint));
  }
  const room = Math.max(0, rows - 1 - head.length);
  const running = shorten(runRows(progress.running, width, now, paint), room);
  const best = bestLines(progress).slice(0, room - running.length);
  const lines = [...head, ...(best.length > 1 ? best : []), ...running];
  return lines.slice(0, Math.max(0, rows - 1)).map((line) => cliTruncate(line, width));
}

/** The first rows, and how many more there are. */
function shorten(lines: readonly string[], rows: number): readonly string[] {
  if (lines.length <= rows) return lines;
  if (rows < 1) return [];
  return [...lines.slice(0, rows - 1), `  … ${lines.length - rows + 1} more`];
}
