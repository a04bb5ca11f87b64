import type { RunQueue } from "./RunQueue.js";
import type { SweepStore } from "./SweepStore.js";

/** What a cancellation did. */
export interface Cancellation {
  /** Waiting runs that were taken out of the queue. */
  readonly removed: number;
  /** Runs under way, whose workers will stop. */
  readonly stopping: number;
}

/**
 * Takes a sweep's waiting runs out of the queue, and lets workers stop those under way.
 * @param purge also forgets the sweep, its failures and its results
 */
export async function cancelSweep(
  sweep: string,
  store: SweepStore,
  queue: RunQueue,
  purge: boolean,
): Promise<Cancellation> {
  // A Redis that is full takes nothing, but lets go.
  if (!purge) await store.cancel(sweep);
  if (purge) await store.remove(sweep);
  const jobs = [...(await queue.jobs(sweep)).values()];
  let removed = 0;
  for (const { state, job } of jobs) {
    if (state === "active" || (state === "failed" && !purge)) continue;
    // A worker may have taken it in the meantime, and will stop.
    const gone = await job.remove().then(
      () => true,
      () => false,
    );
    if (state === "waiting" && gone) removed += 1;
  }
  return { removed, stopping: jobs.filter(({ state }) => state === "active").length };
}
