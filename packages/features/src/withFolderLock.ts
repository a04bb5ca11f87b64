import { setTimeout as sleep } from "node:timers/promises";
import { lockFolder } from "./lockFolder.js";

/** Milliseconds between two attempts to take the lock. */
const POLL = 250;

/**
 * Does work that one process at a time may do in a folder: waits for its lock, takes it, and gives it back. Where the lock
 * is lost, as while the machine sleeps or the work keeps the process busy for long, it waits for it and begins anew.
 *
 * @param onWait called before each wait; what it throws ends the wait.
 * @param work its signal is aborted where the lock is lost; throwing the reason then, it is called again.
 */
export async function withFolderLock<Result>(
  folder: string,
  onWait: () => Promise<void>,
  work: (lost: AbortSignal) => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const lock = await lockFolder(folder);
    if (lock === undefined) {
      await onWait();
      await sleep(POLL);
      continue;
    }
    try {
      return await work(lock.lost);
    } catch (error) {
      if (!lock.lost.aborted || error !== lock.lost.reason) throw error;
    } finally {
      await lock.release();
    }
  }
}
