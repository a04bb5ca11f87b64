import { runFolderName } from "../run/RunIdentity.js";
import type { QueuedRun, RunQueue } from "./RunQueue.js";
import { runKey, type StoredRun, type Sweep } from "./Sweep.js";
import type { SweepStore } from "./SweepStore.js";

/** A run that failed. */
export interface FailedRun {
  readonly loss: string;
  readonly seed: number;
  readonly reason: string;
}

/** How far a cell of a sweep is. */
export interface CellStatus {
  readonly name: string;
  readonly runs: number;
  readonly done: number;
  readonly active: number;
  readonly waiting: number;
  /** Neither done nor in the queue: cancelled, or lost with the queue's memory. */
  readonly missing: number;
  readonly failures: readonly FailedRun[];
  /** Why workers would not do runs that still wait, each reason once. */
  readonly refusals: readonly string[];
}

/** How far a sweep is. */
export interface SweepStatus {
  readonly sweep: string;
  readonly experiment: string;
  readonly submitted: string;
  readonly cancelled: boolean;
  readonly cells: readonly CellStatus[];
  /** The workers that are connected to the queue. */
  readonly workers: readonly string[];
  /** Seconds until the rest is done at the pace so far; absent where nothing is done, or nobody works. */
  readonly secondsLeft?: number;
}

export async function sweepStatus(
  sweep: Sweep,
  store: SweepStore,
  queue: RunQueue,
): Promise<SweepStatus> {
  // Jobs first: one that ends in between then counts as done.
  const jobs = await queue.jobs(sweep.id);
  const done = await store.done(sweep.id);
  const cells = sweep.cells.map((cell, i) => {
    const keys = cell.runs.map((run) => runKey({ cell: i, run: runFolderName(run) }));
    return { name: cell.name, ...count(keys, jobs, done) };
  });
  const total = (of: "active" | "waiting") => cells.reduce((sum, cell) => sum + cell[of], 0);
  const seconds = [...done.values()].reduce((sum, run) => sum + run.seconds, 0);
  const left = (seconds / done.size) * (total("waiting") + total("active") / 2);
  return {
    sweep: sweep.id,
    experiment: sweep.study.name,
    submitted: sweep.submitted,
    cancelled: await store.isCancelled(sweep.id),
    cells,
    workers: await queue.workers(),
    ...(done.size > 0 && total("active") > 0 && { secondsLeft: left / total("active") }),
  };
}

function count(
  keys: readonly string[],
  jobs: ReadonlyMap<string, QueuedRun>,
  done: ReadonlyMap<string, StoredRun>,
): Omit<CellStatus, "name"> {
  const open = keys.filter((key) => !done.has(key));
  const queued = open.flatMap((key) => jobs.get(key) ?? []);
  const of = (wanted: QueuedRun["state"]) => queued.filter(({ state }) => state === wanted);
  const refusals = of("waiting").flatMap(({ job }) => job.data.refusals ?? []);
  return {
    runs: keys.length,
    done: keys.length - open.length,
    active: of("active").length,
    waiting: of("waiting").length,
    missing: open.length - queued.length,
    failures: of("failed").map(({ job: { data, failedReason } }) => ({
      loss: data.loss,
      seed: data.seed,
      reason: failedReason ?? "unknown",
    })),
    refusals: [...new Set(refusals.map(({ reason }) => reason))],
  };
}
