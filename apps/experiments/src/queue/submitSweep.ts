import type { RunQueue } from "./RunQueue.js";
import type { Sweep } from "./Sweep.js";
import type { SweepStore } from "./SweepStore.js";

/** How many runs of a sweep there are, and what a submission did with them. */
export interface Submission {
  readonly runs: number;
  /** Put into the queue. */
  readonly added: number;
  /** Had failed, and are tried again. */
  readonly retried: number;
  /** Done before. */
  readonly done: number;
}

/** Puts the runs of a sweep into the queue that are neither done nor there; those that failed are tried again. */
export async function submitSweep(
  sweep: Sweep,
  store: SweepStore,
  queue: RunQueue,
): Promise<Submission> {
  await store.add(sweep);
  const jobs = await queue.jobs(sweep.id);
  const done = await store.done(sweep.id);
  const isFailed = (key: string) => jobs.get(key)?.state === "failed";
  const failed = [...jobs].filter(([key]) => isFailed(key));
  for (const [, { job }] of failed) await job.remove();
  await queue.add(sweep, (key) => (!jobs.has(key) || isFailed(key)) && !done.has(key));
  const runs = sweep.cells.reduce((sum, cell) => sum + cell.runs.length, 0);
  const there = new Set([...jobs.keys(), ...done.keys()]).size;
  return { runs, added: runs - there, retried: failed.length, done: done.size };
}
