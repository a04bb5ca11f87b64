import { runFolderName } from "../run/RunIdentity.js";
import type { QueuedRun, RunQueue } from "./RunQueue.js";
import { type Refusal, runKey, type StoredRun, type Sweep } from "./Sweep.js";
import type { SweepStore } from "./SweepStore.js";

/** A run that failed. */
export interface FailedRun {
  readonly loss: string;
  readonly seed: number;
  readonly reason: string;
}

/** A run under way. */
export interface RunUnderWay {
  readonly loss: string;
  readonly seed: number;
  readonly worker: string;
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
  /** The runs under way, and who does them. */
  readonly running: readonly RunUnderWay[];
  /** Who cannot do runs that still wait, and why. */
  readonly refusals: readonly Omit<Refusal, "cell">[];
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
  /** Seconds until the rest is done, by the mean of the same loss so far, or else of all; absent where nothing is done, or nobody works. */
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
  const refusals = await store.refusals(sweep.id);
  const cells = sweep.cells.map((cell, i) => {
    const keys = cell.runs.map((run) => runKey({ cell: i, run: runFolderName(run) }));
    const refused = refusals.filter((refusal) => refusal.cell === i);
    return { name: cell.name, ...count(keys, jobs, done, refused) };
  });
  const active = cells.reduce((sum, cell) => sum + cell.active, 0);
  return {
    sweep: sweep.id,
    experiment: sweep.study.name,
    submitted: sweep.submitted,
    cancelled: await store.isCancelled(sweep.id),
    cells,
    workers: await queue.workers(),
    ...(done.size > 0 && active > 0 && { secondsLeft: secondsOfRest(sweep, jobs, done) / active }),
  };
}

/** Seconds that the runs take which wait or are under way, one after the other; those under way count half. */
function secondsOfRest(
  sweep: Sweep,
  jobs: ReadonlyMap<string, QueuedRun>,
  done: ReadonlyMap<string, StoredRun>,
): number {
  const byLoss = new Map<string, number[]>();
  for (const [i, { runs }] of sweep.cells.entries()) {
    for (const run of runs) {
      const stored = done.get(runKey({ cell: i, run: runFolderName(run) }));
      if (stored === undefined) continue;
      byLoss.set(run.loss, [...(byLoss.get(run.loss) ?? []), stored.seconds]);
    }
  }
  const overall = mean([...done.values()].map(({ seconds }) => seconds));
  let total = 0;
  for (const [key, { state, job }] of jobs) {
    if (state === "failed" || done.has(key)) continue;
    const known = byLoss.get(job.data.loss);
    total += (known === undefined ? overall : mean(known)) * (state === "active" ? 0.5 : 1);
  }
  return total;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function count(
  keys: readonly string[],
  jobs: ReadonlyMap<string, QueuedRun>,
  done: ReadonlyMap<string, StoredRun>,
  refused: readonly Refusal[],
): Omit<CellStatus, "name"> {
  const open = keys.filter((key) => !done.has(key));
  const queued = open.flatMap((key) => jobs.get(key) ?? []);
  const of = (wanted: QueuedRun["state"]) => queued.filter(({ state }) => state === wanted);
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
    running: of("active").map(({ job: { data, processedBy = "unknown" } }) => ({
      ...{ loss: data.loss, seed: data.seed, worker: processedBy },
    })),
    refusals:
      of("waiting").length === 0 ? [] : refused.map(({ worker, reason }) => ({ worker, reason })),
  };
}
