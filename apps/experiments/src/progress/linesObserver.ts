import type { RunEvent } from "../run/RunEvent.js";
import type { ClosableObserver } from "./ClosableObserver.js";
import { describeDuration } from "./describeDuration.js";
import { describeEvent } from "./describeEvent.js";
import { describeProgress } from "./describeProgress.js";
import { describeRun } from "./describeRun.js";
import type { Paint } from "./Paint.js";
import { runTimeLeft } from "./runTimeLeft.js";
import { type RunningRun, StudyProgress } from "./StudyProgress.js";

/** Milliseconds between two lines about one stage, and about one run. */
const LINE_EVERY = { stage: 10_000, run: 60_000 };

/**
 * Shows progress in plain lines, for a log: one for each finished run, every 10 s for a stage that takes long, and every
 * minute for a run.
 * @param now the time in milliseconds
 */
export function linesObserver(
  stream: NodeJS.WritableStream,
  paint: Paint,
  now: () => number = Date.now,
): ClosableObserver {
  const progress = new StudyProgress(now);
  const lastLine = new WeakMap<RunningRun, number>();
  let lastOfStage = now();
  const say = (text: string) => stream.write(`${text}\n`);
  const observer = (event: RunEvent): void => {
    progress.note(event);
    const line = describeEvent(event, progress, paint);
    if (line !== undefined) say(line);
    if (event.event === "stage") lastOfStage = now();
    if (event.event === "progress" && progress.stage !== undefined) {
      if (now() - lastOfStage < LINE_EVERY.stage) return;
      lastOfStage = now();
      const { done, total, unit, pace } = progress.stage;
      say(`  ${describeProgress(done, total, unit, pace)}`);
    }
    if (event.event === "epoch") {
      const run = progress.find(event);
      if (run === undefined || now() - (lastLine.get(run) ?? run.since) < LINE_EVERY.run) return;
      lastLine.set(run, now());
      say(`  ${describeEpoch(run, now())}`);
    }
  };
  return { observer, close() {} };
}

function describeEpoch(run: RunningRun, now: number): string {
  const left = runTimeLeft(run, now);
  const most = left === undefined ? "" : `, at most ${describeDuration(left)} left`;
  const trial = run.trials === undefined ? "" : `trial ${run.trial + 1} of ${run.trials}, `;
  return `${describeRun(run.name)}: ${trial}epoch ${run.done} of ${run.epochs}${most}`;
}
